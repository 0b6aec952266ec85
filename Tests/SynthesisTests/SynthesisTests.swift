// Tests of Synthesis.
