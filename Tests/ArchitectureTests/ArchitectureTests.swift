// Rules of the house.
