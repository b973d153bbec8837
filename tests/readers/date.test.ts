import { expect, test } from '@jest/globals'
import { dateIn } from '../../pipeline/readers/capture/date.ts'

test.each([
  ['Jul 1, 2020', '2020-07-01', 'Jul 1, 2020'],
  ['Published 14 March 2021 09:30 GMT', '2021-03-14', '14 March 2021'],
  ['Wednesday, July 1st, 2020', '2020-07-01', 'July 1st, 2020'],
  ['Sept 9, 1999', '1999-09-09', 'Sept 9, 1999'],
  ['2020-07-01T08:00:00Z', '2020-07-01', '2020-07-01'],
  ['25/12/2020', '2020-12-25', '25/12/2020'],
])('English: %s', (line, iso, text) => expect(dateIn(line, 'en')).toEqual({ iso, text }))

/** The Levant; Egypt; Morocco; Algeria and Tunisia. */
const families = {
  levant: 'كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول',
  egypt: 'يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر',
  morocco: 'يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر',
  algeria: 'جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر',
}

test.each(Object.entries(families))('Arabic months of %s, in both families of digits', (_name, names) => {
  names.split('، ').forEach((name, index) => {
    const iso = `2020-${String(index + 1).padStart(2, '0')}-05`
    expect([name, dateIn(`5 ${name} 2020`, 'ar')?.iso, dateIn(`٥ ${name} ٢٠٢٠`, 'ar')?.iso]).toEqual([name, iso, iso])
  })
})

test.each([
  ['1 تموز/يوليو 2020', '2020-07-01', '1 تموز/يوليو 2020'],
  ['نُشر في: ١٤ مارس/آذار ٢٠٢١', '2021-03-14', '١٤ مارس/آذار ٢٠٢١'],
  ['الأربعاء - 10 ذو القعدة 1441 هـ - 01 يوليو 2020 مـ', '2020-07-01', '01 يوليو 2020'],
  ['٢٠٢٠/٧/١', '2020-07-01', '٢٠٢٠/٧/١'],
  ['1/7/2020', '2020-07-01', '1/7/2020'],
])('Arabic: %s', (line, iso, text) => expect(dateIn(line, 'ar')).toEqual({ iso, text }))

test.each([
  ['en', 'The treaty of 3 May 1815'], ['en', 'May 2018'], ['en', '31 February 2020'], ['en', '1/7/2020'], ['en', '3 May or 4 May 2020'], ['en', 'It may be 3 in 2020'],
  ['ar', 'معركة ٣ أيار ١٨١٥'], ['ar', '٥ تموز/آب ٢٠٢٠'], ['ar', 'سبتمبر ٢٠١٨'],
] as const)('%s: “%s” is no date line', (language, line) => expect(dateIn(line, language)).toBeUndefined())
