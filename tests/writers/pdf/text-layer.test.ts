import { expect, test } from '@jest/globals'
import { withoutUnseen } from '../../../pipeline/writers/pdf/text-layer.ts'

const marked = '/Span<</ActualText <FEFF00AD> >> BDC\n8.4 0 Td <00CD> Tj\nEMC'

test('the glyph of a soft hyphen goes, the move of the pen and the hyphen that shows stay', () => {
  expect(withoutUnseen(`<0041> Tj\n${marked}\n0 0 Td <004C> Tj`)).toBe('<0041> Tj\n\n8.4 0 Td \n\n0 0 Td <004C> Tj')
})

test('each of several goes, and text marked otherwise stays', () => {
  const other = '/Span<</ActualText <FEFF0644> >> BDC\n1 0 Td <0001> Tj\nEMC'
  expect(withoutUnseen(`${marked} ${other} ${marked}`)).toBe(`\n8.4 0 Td \n ${other} \n8.4 0 Td \n`)
})

test('shown as an array, it goes as well', () => {
  expect(withoutUnseen('/Span <</ActualText <FEFF00AD>>> BDC [<00CD> 12] TJ EMC')).toBe('  ')
})

test('controls of direction go, and marked letters stay', () => {
  const control = (code: string): string => marked.replace('00AD', code)
  for (const code of ['200E', '200F', '202B', '202C', '2066', '2069']) expect(withoutUnseen(control(code))).toBe('\n8.4 0 Td \n')
  for (const code of ['200C', '202F', '0664']) expect(withoutUnseen(control(code))).toBe(control(code))
})
