import { expect, test } from 'vitest';
import { contentDisposition, plainName, savedName } from '../../../../schema/domain/attachments/file-name.ts';

const names: [string, string][] = [
  ['scan.pdf', 'scan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\Scan.PDF', 'Scan.PDF'],
  ['line\r\nbreak\u0000.pdf', 'linebreak.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['  ', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
  ['half \ud800 pair.png', 'half \ufffd pair.png'],
  ['Àbíọ́lá – àwòrán.jpg', 'Àbíọ́lá – àwòrán.jpg'],
  [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(116)}.pdf`],
  [`${'🩺'.repeat(130)}.pdf`, `${'🩺'.repeat(116)}.pdf`],
];
test.each(names)('a file called %j is shown as %j', (name, shown) => {
  expect(plainName(name)).toBe(shown);
});

test('a file is saved under an ending that its content has, whatever it was called', () => {
  expect(savedName('scan.PDF', 'application/pdf')).toBe('scan.PDF');
  expect(savedName('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg');
  expect(savedName('run.html', 'application/pdf')).toBe('run.html.pdf');
  expect(savedName('photo', 'image/png')).toBe('photo.png');
  expect(savedName('a.png', 'image/jpeg')).toBe('a.png.jpg');
});

test('a name in a header ends no quote and no line, and reads in every script', () => {
  expect(contentDisposition('attachment', `a"b\\c;d'(ọ).pdf`)).toBe(
    `attachment; filename="a_b_c_d_(_).pdf"; filename*=UTF-8''a%22b%5Cc%3Bd%27%28%E1%BB%8D%29.pdf`,
  );
  expect(contentDisposition('inline', 'x\r\nset-cookie: a=b.png')).not.toMatch(/[\r\n]/);
  expect(contentDisposition('inline', 'plain!.png')).toBe(
    `inline; filename="plain_.png"; filename*=UTF-8''plain!.png`,
  );
});
