// Encoding and segments of a text as a carrier counts them: the rules of bot/sms/segments.py, compared by a test.

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡" +
  "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = new Set("\f^{}\\[~]|€"); // an escape and a letter: two units that are never split
const GSM = new Set([...BASIC, ...EXTENDED]);
const CLUSTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

// Return encoding, parts and units of `text`. The empty text has no part.
export function count(text) {
  if ([...text].every((letter) => GSM.has(letter))) {
    return measure("GSM-7", [...text].map((letter) => (EXTENDED.has(letter) ? 2 : 1)), 160, 153);
  }
  const clusters = text.split(/(\r|\n)/).flatMap((piece) => [...CLUSTERS.segment(piece)].map((part) => part.segment.length));
  return measure("UCS-2", clusters, 70, 67);
}

function measure(encoding, sizes, alone, joined) {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= alone) return { encoding, parts: Math.min(units, 1), units };
  let [parts, room] = [0, 0];
  for (const size of sizes) {
    if (size > room) [parts, room] = [parts + 1, joined]; // a unit that may not be split goes into the next part
    room -= size;
    for (; room < 0; room += joined) parts += 1;
  }
  return { encoding, parts, units };
}
