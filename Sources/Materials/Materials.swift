// Room for Materials.
