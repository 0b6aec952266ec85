// Room for Sundials.
