"""Turns the published language model and a folder of texts into the files of `model/`."""
