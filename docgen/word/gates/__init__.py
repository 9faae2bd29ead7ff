"""The gates of a Word file that comes from a stranger, one concern a module.

A file passes them before its content is believed: what is dangerous is refused, what is needless
and can be taken out without loss is taken out and told.
"""
