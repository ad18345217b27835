"""Shape of SmolLM2-135M, as its GGUF states it; checked against the file when it is read."""

LAYERS = 30
WIDTH = 576
HEADS = 9
KV_HEADS = 3
HEAD_WIDTH = 64
FFN_WIDTH = 1536
VOCABULARY = 49_152
ROPE_BASE = 100_000.0
RMS_EPSILON = 1e-5
QUERY_HEADS_PER_KV = HEADS // KV_HEADS
"""Weights share one scale in blocks of this many inputs (Q4_1 and Q8_0 alike)."""
BLOCK = 32
"""Depths whose token states the evidence head reads (after this many layers)."""
EVIDENCE_LAYERS = (8, 16, 24, 30)
