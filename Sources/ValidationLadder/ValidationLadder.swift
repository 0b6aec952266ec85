// Room for ValidationLadder.
