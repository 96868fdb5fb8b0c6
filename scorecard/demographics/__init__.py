"""How many children of which age, sex and origin: counted, uploaded, and shown so that no child can be told."""
