/** A published figure on one of the tests. */
export interface Published {
	readonly test: string;
	readonly method: string;
	/** Parameters of the models that it runs, as published. */
	readonly size: string;
	/** AUROC, and shares found at 1 % and 5 % false positives; undefined where not published. */
	readonly auroc: number | undefined;
	readonly t1: number | undefined;
	readonly t5: number | undefined;
}

type Line = readonly [string, string, string, number?, number?, number?];

const GLIMPSE = "Glimpse, mean of 15 sets";
const POOLED = "Glimpse, one threshold for all";
const XSUM = "ImBD polish, XSum";
const WRITING = "ImBD polish, Writing";
const PUBMED = "ImBD polish, PubMed";
const DAVINCI = "Fast-DetectGPT, davinci, mean of 3 sets";
const ARXIV = "DetectRL arXiv";
const NEO = "GPT-Neo 2.7 B";
const PAIR = "GPT-J 6 B + GPT-Neo 2.7 B";

/** Computed from the papers' own per-text files on the texts that are scored here. */
const LINES: readonly Line[] = [
	[GLIMPSE, "log-likelihood", NEO, 0.87, 0.29, 0.49],
	[GLIMPSE, "log-rank", NEO, 0.863, 0.3, 0.48],
	[GLIMPSE, "LRR", NEO, 0.783, 0.19, 0.35],
	[GLIMPSE, "DNA-GPT", NEO, 0.83, 0.23, 0.41],
	[GLIMPSE, "RoBERTa-base (OpenAI)", "125 M", 0.617, 0.11, 0.23],
	[GLIMPSE, "Fast-DetectGPT", PAIR, 0.912, 0.46, 0.68],
	[GLIMPSE, "RATIO, one model", NEO, 0.915, 0.46, 0.69],
	[GLIMPSE, "curvature", "babbage-002", 0.928, 0.53, 0.69],
	[GLIMPSE, "curvature", "davinci-002", 0.941, 0.57, 0.72],
	[GLIMPSE, "Glimpse", "GPT-3.5", 0.963, 0.56, 0.82],
	[POOLED, "log-likelihood", NEO, 0.837, 0.12, 0.37],
	[POOLED, "Fast-DetectGPT", PAIR, 0.906, 0.44, 0.67],
	[POOLED, "RATIO, one model", NEO, 0.909, 0.45, 0.68],
	[POOLED, "Glimpse", "GPT-3.5", 0.954, 0.34, 0.73],
	[DAVINCI, "log-likelihood", NEO, 0.749],
	[DAVINCI, "RoBERTa-large (OpenAI)", "355 M", 0.844],
	[DAVINCI, "Fast-DetectGPT", PAIR, 0.87],
	[XSUM, "ImBD, tuned", NEO, 0.949],
	[WRITING, "ImBD, tuned", NEO, 0.947],
	[PUBMED, "ImBD, tuned", NEO, 0.772],
	[XSUM, "the same, supervised tuning", NEO, 0.6],
	[ARXIV, "n-grams, DetectRL never seen", "small", 0.8],
];

export const PUBLISHED: readonly Published[] = LINES.map(
	([test, method, size, auroc, t1, t5]) => ({
		test,
		method,
		size,
		auroc,
		t1,
		t5,
	}),
);
