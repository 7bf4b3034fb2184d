"""The spaCy pipeline: text in, Doc with sentences, names and hidden states out. Assembled once, from package files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from spacy.language import Language
    from tokenizers import Tokenizer

    from ingest.links.model import LinkModel

VERSION = "xx-2"
_LONGEST = 100_000_000  # characters; readers limit the input, spaCy's own limit would refuse a long report


@cache
def load_pipeline() -> Language:
    """The pipeline, loaded on the first call."""
    import spacy
    from spacy.language import Language

    from ingest.components.edges import edges
    from ingest.components.encoder import Encoder
    from ingest.components.names import names
    from ingest.components.pieces import PieceTable
    from ingest.components.sentences import sentences
    from ingest.components.settle import settle
    from ingest.components.words import WordTokenizer

    if not Language.has_factory("scamgraph_encoder"):
        Language.component("scamgraph_sentences", func=sentences)
        encoder = Encoder(load_session("encoder.onnx"), PieceTable(_path("pieces.npy")))
        Language.component("scamgraph_encoder", func=encoder)
        Language.component("scamgraph_names", func=names)
        Language.component("scamgraph_edges", func=edges)
        Language.component("scamgraph_settle", func=settle)
    nlp = spacy.blank("xx")
    nlp.max_length = _LONGEST
    nlp.tokenizer = WordTokenizer(nlp.vocab, load_tokenizer())
    for name in ("scamgraph_sentences", "scamgraph_encoder", "scamgraph_names", "scamgraph_edges", "scamgraph_settle"):
        nlp.add_pipe(name)
    return nlp


@cache
def load_link_model() -> LinkModel:
    """The link model, loaded on the first call."""
    import numpy as np

    from ingest.links.model import LinkModel

    with np.load(_path("pairs.npz")) as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
    return LinkModel(load_session("links.onnx"), weights)


def load_session(name: str) -> InferenceSession:
    """A packaged ONNX model on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(_path(name)), options, providers=["CPUExecutionProvider"])


def load_tokenizer() -> Tokenizer:
    """The packaged encoder's tokenizer."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(_path("tokenizer.json")))


def _path(name: str) -> Path:
    return Path(__file__).with_name("pipeline_xx") / name
