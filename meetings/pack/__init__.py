"""A panel pack from the bytes of its papers. Nothing here knows of tables, requests or the clock.

`layout` says which page everything falls on, `preparing` takes one paper in, `assembling` puts the pack together;
both run in limited children, see `work`.
"""
