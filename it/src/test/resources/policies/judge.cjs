// Says what csp_evaluator finds in each policy of standard input: its number, how severe (10 is high, 60 a remark), where, what.
const { CspEvaluator } = require('csp_evaluator/dist/evaluator');
const { CspParser } = require('csp_evaluator/dist/parser');

const policies = require('node:fs').readFileSync(0, 'utf8').trimEnd().split('\n');
policies.forEach((policy, number) => {
    for (const finding of new CspEvaluator(new CspParser(policy).csp).evaluate()) {
        console.log([number, finding.severity, finding.directive, finding.value ?? '', finding.description].join('\t'));
    }
});
