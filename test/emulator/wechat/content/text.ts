import { NORMAL, WORDS, type Finding } from './words';

/** What `security.msgSecCheck` finds in a text: the worst of its words. */
export function checkText(text: string): Finding {
  const plain = text.replace(/\s/g, '').toLowerCase();
  const findings = WORDS.filter(({ words }) => words.some((word) => plain.includes(word)));
  const { suggest, label } = findings.find((finding) => finding.suggest === 'risky') ??
    findings[0] ?? { suggest: 'pass', label: NORMAL };
  return { suggest, label };
}
