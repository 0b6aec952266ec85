// Tests of Units.
