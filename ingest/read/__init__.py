"""Readers: bytes in, documents out. One input format a module, all with the same verb: `read(piece, session)`."""
