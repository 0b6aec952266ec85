// Tests of Sundials.
