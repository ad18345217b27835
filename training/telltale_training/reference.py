"""The independent reference: the same weights, in float32, run by the transformers library on PyTorch."""

from dataclasses import dataclass

import numpy as np
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from . import model_shape as shape
from .evidence_head import EvidenceHead
from .gguf_source import Source


def reference_model(source: Source) -> LlamaForCausalLM:
    config = LlamaConfig(
        vocab_size=shape.VOCABULARY,
        hidden_size=shape.WIDTH,
        intermediate_size=shape.FFN_WIDTH,
        num_hidden_layers=shape.LAYERS,
        num_attention_heads=shape.HEADS,
        num_key_value_heads=shape.KV_HEADS,
        rms_norm_eps=shape.RMS_EPSILON,
        rope_parameters={"rope_type": "default", "rope_theta": shape.ROPE_BASE},
        tie_word_embeddings=True,
        max_position_embeddings=8192,
    )
    config._attn_implementation = "eager"
    model = LlamaForCausalLM(config).eval()
    state = {
        "model.embed_tokens.weight": source.embedding.dequantised(),
        "model.norm.weight": source.final_norm,
    }
    for i, layer in enumerate(source.layers):
        at = f"model.layers.{i}."
        state |= {
            at + "self_attn.q_proj.weight": layer.q.dequantised(),
            at + "self_attn.k_proj.weight": layer.k.dequantised(),
            at + "self_attn.v_proj.weight": layer.v.dequantised(),
            at + "self_attn.o_proj.weight": layer.o.dequantised(),
            at + "mlp.gate_proj.weight": layer.gate.dequantised(),
            at + "mlp.up_proj.weight": layer.up.dequantised(),
            at + "mlp.down_proj.weight": layer.down.dequantised(),
            at + "input_layernorm.weight": layer.attention_norm,
            at + "post_attention_layernorm.weight": layer.ffn_norm,
        }
    state["lm_head.weight"] = state["model.embed_tokens.weight"]
    model.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
    return model


@dataclass(frozen=True)
class TokenStatistics:
    """One value a token after the first, natural logarithms; rank is 1-based."""

    log_prob: np.ndarray
    entropy: np.ndarray
    variance: np.ndarray
    rank: np.ndarray
    top_log_prob: np.ndarray


@torch.inference_mode()
def reference_statistics(model: LlamaForCausalLM, ids: list[int]) -> TokenStatistics:
    tokens = torch.tensor([ids])
    log_probs = torch.log_softmax(model(tokens).logits[0, :-1].double(), dim=-1)
    actual = log_probs.gather(1, tokens[0, 1:, None])
    probs = log_probs.exp()
    mean = (probs * log_probs).sum(1)
    return TokenStatistics(
        log_prob=actual[:, 0].numpy(),
        entropy=(-mean).numpy(),
        variance=((probs * log_probs.square()).sum(1) - mean.square()).numpy(),
        rank=(1 + (log_probs > actual).sum(1)).double().numpy(),
        top_log_prob=log_probs.amax(1).numpy(),
    )


@torch.inference_mode()
def reference_evidence(model: LlamaForCausalLM, head: EvidenceHead, ids: list[int], statistics: TokenStatistics) -> np.ndarray:
    """Evidence of every token [tokens], from float32 states."""
    states: list[torch.Tensor] = []
    layers = [model.model.layers[depth - 1] for depth in shape.EVIDENCE_LAYERS]
    handles = [layer.register_forward_hook(lambda _module, _inputs, output: states.append(as_tensor(output))) for layer in layers]
    model(torch.tensor([ids]))
    for handle in handles:
        handle.remove()
    rows = np.stack([statistics.log_prob, statistics.entropy, statistics.variance, statistics.rank, statistics.top_log_prob], axis=1)
    padded = torch.from_numpy(np.vstack([np.full((1, 5), np.nan), rows])).float()
    return head(torch.stack(states), padded[None], torch.ones(1, len(ids)))[0].numpy()


def as_tensor(output: torch.Tensor | tuple) -> torch.Tensor:
    """Layers return their states alone or first in a tuple, by the library's version."""
    return output if isinstance(output, torch.Tensor) else output[0]
