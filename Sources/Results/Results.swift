// Room for Results.
