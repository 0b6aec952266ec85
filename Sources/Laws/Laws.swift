// Room for Laws.
