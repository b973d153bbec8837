/** Invented pairs of sentences that agree in a quantity, each with a slip of a translator that makes them differ. */

export interface Invented {
  /** What the translator did. */
  readonly slip: string
  readonly en: string
  /** Says the same as the English. */
  readonly right: string
  /** Does not. */
  readonly wrong: string
}

type Chance = () => number

const from = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
const between = (chance: Chance, least: number, most: number): number => least + Math.floor(chance() * (most - least + 1))

/** Another one of the list. */
const other = <T>(chance: Chance, list: readonly T[], than: T): T => from(chance, list.filter((one) => one !== than))

/** Digits of the families that Arabic is written in. */
const families = [0x30, 0x660, 0x6f0] as const
const inDigits = (text: number | string, zero: number): string => String(text).replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const separated = (value: number, zero: number): string => inDigits(value.toLocaleString('en-US'), zero).replaceAll(',', zero === 0x30 ? ',' : '٬')

const ones = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة']
const tens = ['', '', 'عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين']
const englishOnes = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const inEnglish = (value: number): string => (value < 20 ? englishOnes[value]! : `${englishTens[Math.floor(value / 10)]}${value % 10 ? `-${englishOnes[value % 10]}` : ''}`)

/** So many books, from 3 to 99, in the genitive. */
function booksInArabic(value: number): string {
  if (value <= 10) return `${ones[value]} كتب`
  if (value < 20) return `${value === 11 ? 'أحد' : value === 12 ? 'اثني' : ones[value - 10]} عشر كتابًا`
  const unit = value % 10 === 2 ? 'اثنين' : ones[value % 10]
  return `${unit ? `${unit} و` : ''}${tens[Math.floor(value / 10)]} كتابًا`
}

/** The months in the three traditions. */
const months: readonly (readonly [en: string, ...ar: string[]])[] = [
  ['January', 'كانون الثاني', 'يناير', 'جانفي'], ['February', 'شباط', 'فبراير', 'فيفري'], ['March', 'آذار', 'مارس', 'مارس'], ['April', 'نيسان', 'أبريل', 'أفريل'],
  ['May', 'أيار', 'مايو', 'ماي'], ['June', 'حزيران', 'يونيو', 'جوان'], ['July', 'تموز', 'يوليو', 'جويلية'], ['August', 'آب', 'أغسطس', 'غشت'],
  ['September', 'أيلول', 'سبتمبر', 'شتنبر'], ['October', 'تشرين الأول', 'أكتوبر', 'أكتوبر'], ['November', 'تشرين الثاني', 'نوفمبر', 'نونبر'], ['December', 'كانون الأول', 'ديسمبر', 'دجنبر'],
]
const hijriMonths = [['Muharram', 'المحرم'], ['Safar', 'صفر'], ['Rajab', 'رجب'], ['Shaban', 'شعبان'], ['Ramadan', 'رمضان'], ['Shawwal', 'شوال']] as const
const coins = [['dollars', 'دولارًا'], ['euros', 'يورو'], ['pounds', 'جنيهًا'], ['dinars', 'دينارًا'], ['riyals', 'ريالًا'], ['dirhams', 'درهمًا'], ['yen', 'ينًا'], ['francs', 'فرنكًا'], ['rupees', 'روبية']] as const
const units = [['kilograms', 'كيلوغرامًا'], ['kilometres', 'كيلومترًا'], ['metres', 'مترًا'], ['litres', 'لترًا'], ['miles', 'ميلًا'], ['tonnes', 'طنًا'], ['feet', 'قدمًا'], ['hectares', 'هكتارًا']] as const
const shortUnits = [['kg', 'كغ'], ['km', 'كم'], ['cm', 'سم'], ['g', 'غ']] as const
const spans = [['days', 'يومًا'], ['weeks', 'أسبوعًا'], ['months', 'شهرًا'], ['years', 'عامًا'], ['hours', 'ساعة'], ['minutes', 'دقيقة']] as const
const ordinals = [['third', 'الثالث'], ['fourth', 'الرابع'], ['fifth', 'الخامس'], ['sixth', 'السادس'], ['seventh', 'السابع'], ['eighth', 'الثامن'], ['ninth', 'التاسع'], ['tenth', 'العاشر'], ['twelfth', 'الثاني عشر'], ['fifteenth', 'الخامس عشر']] as const
const decades = [['twenties', 'عشرينيات'], ['thirties', 'ثلاثينيات'], ['forties', 'أربعينيات'], ['fifties', 'خمسينيات'], ['sixties', 'ستينيات'], ['seventies', 'سبعينيات'], ['eighties', 'ثمانينيات'], ['nineties', 'تسعينيات']] as const
const hours = ['الواحدة', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة', 'السادسة', 'السابعة', 'الثامنة', 'التاسعة', 'العاشرة', 'الحادية عشرة', 'الثانية عشرة'] as const

type Maker = (chance: Chance) => Omit<Invented, 'slip'>

/** A frame whose gap holds what is told in English, rightly and wrongly. */
const told = (en: string, ar: string, [source, right, wrong]: readonly [string, string, string]): Omit<Invented, 'slip'> =>
  ({ en: en.replace('…', source), right: ar.replace('…', right), wrong: ar.replace('…', wrong) })

/** A pair of names told with a number, of which the translator writes another one. */
const renamed = (list: readonly (readonly [string, string])[], en: string, ar: string): Maker => (chance) => {
  const [value, own, zero] = [between(chance, 11, 99), from(chance, list), from(chance, families)]
  return told(en, ar, [`${value} ${own[0]}`, `${inDigits(value, zero)} ${own[1]}`, `${inDigits(value, zero)} ${other(chance, list, own)[1]}`])
}

const swapped = (value: number): number => Number(String(value).replace(/(\d)(\d)$/, '$2$1'))

const makers: Readonly<Record<string, Maker>> = {
  'number left out': (chance) => {
    const value = between(chance, 13, 9999)
    return told('The caravan carried … bales of paper.', 'حملت القافلة … رزم من الورق.', [value.toLocaleString('en-US'), separated(value, from(chance, families)), 'بعض'])
  },
  'digits of a year turned': (chance) => {
    const [value, zero] = [1800 + 10 * between(chance, 1, 19) + 0, from(chance, families)]
    const year = value + ((Math.floor(value / 10) % 10) + between(chance, 1, 9)) % 10
    return told('The mill was built in ….', 'بنيت الطاحونة عام ….', [String(year), inDigits(year, zero), inDigits(swapped(year) === year ? year + 1 : swapped(year), zero)])
  },
  'another month': (chance) => {
    const [day, year, tradition, month, zero] = [between(chance, 1, 28), between(chance, 1850, 2020), between(chance, 1, 3), from(chance, months), from(chance, families)]
    const date = (name: string) => `${inDigits(day, zero)} ${name} ${inDigits(year, zero)}`
    return told('They arrived on ….', 'وصلوا في ….', [`${day} ${month[0]} ${year}`, date(month[tradition]!), date(other(chance, months, month)[tradition]!)])
  },
  'another month without a day': (chance) => {
    const [tradition, month] = [between(chance, 1, 2), from(chance, months.filter(([name]) => !/^(?:March|May|August)$/.test(name)))]
    return told('They arrived in … of that year.', 'وصلوا في شهر … من ذلك العام.', [month[0], month[tradition]!, other(chance, months, month)[tradition]!])
  },
  'morning for afternoon': (chance) => {
    const [hour, minute, zero] = [between(chance, 1, 11), from(chance, ['05', '15', '30', '45']), from(chance, families)]
    const time = inDigits(`${hour}:${minute}`, zero)
    return told('The boat leaves at ….', 'يبحر المركب في الساعة ….', [`${hour + 12}:${minute}`, `${time} مساءً`, `${time} صباحًا`])
  },
  'another hour in words': (chance) => {
    const [hour, [minute, part]] = [between(chance, 1, 12), from(chance, [['15', 'والربع'], ['30', 'والنصف'], ['20', 'والثلث'], ['10', 'وعشر دقائق'], ['25', 'وخمس وعشرون دقيقة']] as const)]
    return told('The boat leaves at ….', 'يبحر المركب في الساعة ….', [`${hour}:${minute}`, `${hours[hour - 1]} ${part}`, `${hours[hour % 12]} ${part}`])
  },
  'million for billion': (chance) => {
    const [value, zero, [en, right, wrong]] = [between(chance, 11, 90), from(chance, families), from(chance, [['million', 'مليون', 'مليار'], ['billion', 'مليار', 'مليون'], ['billion', 'بليون', 'مليون'], ['thousand', 'ألف', 'مليون']] as const)]
    return told('The town sold … sheets.', 'باعت المدينة … ورقة.', [`${value} ${en}`, `${inDigits(value, zero)} ${right}`, `${inDigits(value, zero)} ${wrong}`])
  },
  'thousand left out': (chance) => {
    const [value, zero] = [between(chance, 11, 90), from(chance, families)]
    return told('The town sold … sheets.', 'باعت المدينة … ورقة.', [`${value},000`, `${inDigits(value, zero)} ألف`, inDigits(value, zero)])
  },
  'decimal sign lost': (chance) => {
    const [value, zero] = [`${between(chance, 2, 9)}.${between(chance, 1, 9)}`, from(chance, families)]
    return told('Each bale weighed … kilograms.', 'وزنت كل رزمة … كيلوغرامات.', [value, inDigits(value, zero).replace('.', zero === 0x30 ? '.' : '٫'), inDigits(value.replace('.', ''), zero)])
  },
  'percent sign lost': (chance) => {
    const [value, zero, sign] = [between(chance, 3, 97), from(chance, families), from(chance, ['٪', '%', ' في المئة', ' بالمئة', ' في المائة'])]
    return told('Some … of the sheets were spoilt.', 'تلف … من الأوراق.', [`${value}%`, `${inDigits(value, zero)}${sign}`, inDigits(value, zero)])
  },
  'another unit': renamed(units, 'They measured … in the market.', 'قاسوا … في السوق.'),
  'another unit, shortened': renamed(shortUnits, 'They measured … in the market.', 'قاسوا … في السوق.'),
  'another currency': renamed(coins, 'The scribe paid … for it.', 'دفع الناسخ … ثمنًا لها.'),
  'another span of time': renamed(spans, 'The journey took … by land.', 'استغرقت الرحلة … برًا.'),
  'number word off by one, of digits': (chance) => {
    const value = between(chance, 4, 98)
    return told('He copied … there.', 'نسخ هناك نحو ….', [`${value} books`, booksInArabic(value), booksInArabic(value + from(chance, [1, -1]))])
  },
  'number word off by one, of words': (chance) => {
    const value = between(chance, 4, 98)
    return told('He copied … there.', 'نسخ هناك نحو ….', [`${inEnglish(value)} books`, booksInArabic(value), booksInArabic(value + from(chance, [1, -1]))])
  },
  'another digit, in Persian digits': (chance) => {
    const value = between(chance, 101, 8998)
    return told('The register has … names.', 'في السجل … اسمًا.', [value.toLocaleString('en-US'), inDigits(value, 0x6f0), inDigits(value + 1, 0x6f0)])
  },
  'Hijri year of another time': (chance) => {
    const [year, zero] = [between(chance, 150, 1400), from(chance, families)]
    const common = Math.floor(622 + (year - 0.5) * 0.970224)
    return told('He died in ….', 'توفي سنة … هـ.', [String(common), inDigits(year, zero), inDigits(year + from(chance, [-1, 1]) * between(chance, 5, 40), zero)])
  },
  'Hijri year off by one': (chance) => {
    const [year, zero] = [between(chance, 150, 1400), from(chance, families)]
    return told('He died in … AH.', 'توفي سنة … هـ.', [String(year), inDigits(year, zero), inDigits(year + from(chance, [-1, 1]), zero)])
  },
  'another Hijri month': (chance) => {
    const [day, month, zero] = [between(chance, 2, 29), from(chance, hijriMonths), from(chance, families)]
    return told('They met on … that year.', 'اجتمعوا في … من تلك السنة.', [`${day} ${month[0]}`, `${inDigits(day, zero)} ${month[1]}`, `${inDigits(day, zero)} ${other(chance, hijriMonths, month)[1]}`])
  },
  'end of a range': (chance) => {
    const [start, zero] = [between(chance, 1400, 1900), from(chance, families)]
    const end = start + between(chance, 3, 60)
    return told('He ruled there, …, and left.', 'حكم هناك، …، ثم رحل.', [`${start}–${end}`, inDigits(`${start}–${end}`, zero), inDigits(`${start}–${end + 1}`, zero)])
  },
  'another ordinal': (chance) => {
    const own = from(chance, ordinals)
    return told('It stands in the … chapter.', 'يرد ذلك في الفصل ….', [own[0], own[1], other(chance, ordinals, own)[1]])
  },
  'another century': (chance) => {
    const own = from(chance, ordinals)
    return told('Paper came in the … century.', 'وصل الورق في القرن ….', [own[0], own[1], other(chance, ordinals, own)[1]])
  },
  'another decade': (chance) => {
    const own = from(chance, decades)
    return told('The mill closed in the ….', 'أغلقت الطاحونة في … القرن الماضي.', [own[0], own[1], other(chance, decades, own)[1]])
  },
}

/** So many of each slip, the same for the same chance. */
export const inventedPairs = (chance: Chance, count: number): Invented[] =>
  Object.entries(makers).flatMap(([slip, make]) => Array.from({ length: count }, () => ({ slip, ...make(chance) })))
