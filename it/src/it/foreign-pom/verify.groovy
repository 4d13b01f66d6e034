def output = new File(basedir, 'checkout/mapa-kms/target/fullstack')
def plan = new File(output, 'plan.json')
assert new File(output, 'Dockerfile').isFile()
assert plan.text.contains('"mapa-kms"')
assert !plan.text.contains('com.example.other')
assert !new File(basedir, 'target/fullstack').exists()
true
