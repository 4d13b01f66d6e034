class Proof {}
