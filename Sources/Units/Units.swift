// Room for Units.
