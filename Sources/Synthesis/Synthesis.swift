// Room for Synthesis.
