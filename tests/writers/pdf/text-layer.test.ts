import { expect, test } from '@jest/globals'
import { withoutSoftHyphens } from '../../../pipeline/writers/pdf/text-layer.ts'

const marked = '/Span<</ActualText <FEFF00AD> >> BDC\n8.4 0 Td <00CD> Tj\nEMC'

test('the glyph of a soft hyphen goes, the move of the pen and the hyphen that shows stay', () => {
  expect(withoutSoftHyphens(`<0041> Tj\n${marked}\n0 0 Td <004C> Tj`)).toBe('<0041> Tj\n\n8.4 0 Td \n\n0 0 Td <004C> Tj')
})

test('each of several goes, and text marked otherwise stays', () => {
  const other = '/Span<</ActualText <FEFF0644> >> BDC\n1 0 Td <0001> Tj\nEMC'
  expect(withoutSoftHyphens(`${marked} ${other} ${marked}`)).toBe(`\n8.4 0 Td \n ${other} \n8.4 0 Td \n`)
})

test('shown as an array, it goes as well', () => {
  expect(withoutSoftHyphens('/Span <</ActualText <FEFF00AD>>> BDC [<00CD> 12] TJ EMC')).toBe('  ')
})
