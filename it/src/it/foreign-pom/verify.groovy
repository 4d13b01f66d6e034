def plan = new File(basedir, 'checkout/mapa-kms/target/fullstack/plan.json')
assert plan.text.contains('"mapa-kms"')
assert !plan.text.contains('other')
assert !new File(basedir, 'target').exists()
true
