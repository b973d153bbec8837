/** Units of measure with their names in both languages, as patterns; Arabic ones are folded as the aligner folds words. */

export interface Measure {
  readonly name: string
  readonly dimension: string
  /** How many of the dimension's own unit it is; two where countries differ. */
  readonly sizes: readonly number[]
  readonly en: string
  readonly ar: string
}

/** A noun that takes tanween or a plural in -ات, or ة with its plural. */
const noun = (...names: readonly string[]): string => names.map((name) => (name.endsWith('ة') ? `${name.slice(0, -1)}(?:ة|ات)` : `${name}(?:ا|ات)?`)).join('|')

/** A metre with what stands before it, written as one word or as two: كيلومتر، كيلو متر. */
const metre = (...prefixes: readonly string[]): string => `(?:${prefixes.join('|')}) ?متر(?:ا|ات)?`
/** And a gram, in its two spellings. */
const gram = (...prefixes: readonly string[]): string => `(?:${prefixes.join('|')}) ?[غج]رام(?:ات|ا)?`

const kilometres = `كم|كلم|${metre('كيلو')}`
const metres = 'متر|مترا|امتار'
const miles = 'ميل|ميلا|اميال'
const feet = 'قدم|قدما|اقدام'
const watt = '(?:واط|وات)'
const perHour = '(?: ?[/\\\\] ?(?:س|ساعة)| (?:في ال|بال|ل?كل )ساعة)'

type Row = readonly [name: string, size: number | readonly number[], en: string, ar: string]

/** By dimension. Of units that begin alike the longer stands first. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  speed: [
    ['kmh', 1, 'km ?/ ?h|kmh|kph|kilomet(?:er|re)s? (?:per|an) hour', `(?:${kilometres})${perHour}`], ['mph', 1.609, 'mph|miles? (?:per|an) hour', `(?:${miles})${perHour}`],
    ['mps', 3.6, 'm ?/ ?s|met(?:er|re)s? (?:per|a) second', `م ?/ ?ث|(?:${metres}) (?:في ال|بال)ثانية`], ['knot', 1.852, 'knots?|kn', 'عقدة(?: بحرية)?|عقدات|عقد بحرية'],
  ],
  area: [
    ['km2', 1e6, 'km2|sq\\.? ?km|square kilomet(?:er|re)s?', `كم ?2|كلم ?2|(?:${kilometres}) مربع(?:ة|ا)?`], ['mile2', 2.59e6, 'mi2|sq\\.? ?mi(?:les?)?|square miles?', `(?:${miles}) مربع(?:ة|ا)?`],
    ['cm2', 1e-4, 'cm2|sq\\.? ?cm|square centimet(?:er|re)s?', `سم ?2|(?:سم|${metre('سنتي', 'سانتي')}) مربع(?:ة|ا)?`], ['m2', 1, 'm2|sq\\.? ?m|square met(?:er|re)s?', `م ?2|(?:م|${metres}) مربع(?:ة|ا)?`],
    ['foot2', 0.0929, 'ft2|sq\\.? ?ft|square f(?:oo|ee)t', `(?:${feet}) مربع(?:ة|ا)?`], ['hectare', 1e4, 'ha|hectares?', noun('هكتار')],
    // An Egyptian faddan and an acre are nearly the same, and have one word.
    ['acre', 4047, 'acres?|fadd?ans?|feddans?', 'فدان|فدانا|افدنة|اكر|اكرات|ايكر|ايكرات'], ['dunam', 1000, 'dunams?|dunums?|donums?', `${noun('دونم')}|دنم|دنمات`],
  ],
  volume: [
    ['m3', 1000, 'm3|cubic met(?:er|re)s?', `م ?3|(?:م|${metres}) مكعب(?:ة|ا)?`], ['cm3', 0.001, 'cm3|cc|cubic centimet(?:er|re)s?', `سم ?3|(?:سم|${metre('سنتي', 'سانتي')}) مكعب(?:ة|ا)?`],
    ['ml', 0.001, 'ml|millilit(?:er|re)s?', `مل|ملل|(?:ملي|مليلي|ميلي|مللي) ?لي?تر(?:ات|ا)?|مليلتر(?:ات|ا)?`], ['l', 1, 'l|lit(?:er|re)s?', noun('لتر', 'ليتر')],
    ['gallon', [3.785, 4.546], 'gal|gallons?', `${noun('غالون', 'جالون')}|غوالين|جوالين`], ['pint', [0.473, 0.568], 'pints?', noun('باينت', 'باينتة')], ['barrel', 159, 'barrels?|bbl', 'برميل|برميلا|براميل'],
  ],
  length: [
    ['nautical-mile', 1852, 'nautical miles?|nmi', `(?:${miles}) بحري(?:ة|ا)?`], ['mm', 0.001, 'mm|millimet(?:er|re)s?', `ملم|مم|${metre('ملي', 'ميلي', 'مللي')}|مليمتر(?:ا|ات)?`],
    ['cm', 0.01, 'cm|centimet(?:er|re)s?', `سم|${metre('سنتي', 'سانتي')}|سنتمتر(?:ا|ات)?`], ['km', 1000, 'km|kilomet(?:er|re)s?', kilometres], ['m', 1, 'm|met(?:er|re)s?', metres],
    ['inch', 0.0254, 'in(?! \\p{Ll}{2})|inch(?:es)?', noun('بوصة', 'انش', 'انشة', 'اينش')], ['foot', 0.3048, 'ft|foot|feet', feet], ['yard', 0.9144, 'yds?|yards?', noun('ياردة')],
    ['mile', 1609.34, 'mi|miles?', miles], ['cubit', [0.46, 0.58], 'cubits?', 'ذراع|ذراعا|اذرع'], ['league', [4828, 5556], 'leagues?', 'فرسخ|فرسخا|فراسخ'],
  ],
  mass: [
    ['mg', 1e-6, 'mg|milligram(?:me)?s?', `ملغ|ملغم|مغ|مجم|ملجم|${gram('ملي', 'ميلي', 'مللي')}`], ['kg', 1, 'kg|kilos?|kilogram(?:me)?s?', `كغ|كغم|كجم|كلغ|${gram('كيلو')}|كيلو|كيلوات`],
    ['g', 0.001, 'g|gram(?:me)?s?', 'غ|غم|جم|[غج]رام(?:ات|ا)?'], ['lb', 0.4536, 'lbs?', 'رطل|رطلا|ارطال|باوند'], ['ounce', 0.02835, 'oz|ounces?', `${noun('اونصة', 'اوقية')}|اواق|اواقي`],
    ['ton', [1000, 907, 1016], 'tons?|tonnes?', 'طن|طنا|اطنان'], ['quintal', [100, 45, 50], 'quintals?', 'قنطار|قنطارا|قناطير'],
  ],
  temperature: [
    ['fahrenheit', 1, '° ?f|degrees? fahrenheit', '° ?[فF]|درج(?:ة|ات) (?:ال)?(?:فهرنهايت|فهرنهايتية)'], ['celsius', 1, '° ?c|degrees? (?:celsius|centigrade)', '° ?[مسC]|درج(?:ة|ات) (?:ميوية|سيلزيوس|سلزيوس|سلسيوس)'],
  ],
  energy: [
    ['kwh', 1, 'kwh|kw ?h|kilowatt[ -]?hours?', `كيلو ?${watt}(?: ?[/.-] ?| )ساعة|ك\\.?و\\.?س`], ['mwh', 1000, 'mwh|megawatt[ -]?hours?', `مي[غج]ا ?${watt}(?: ?[/.-] ?| )ساعة`],
    ['calorie', 0.001163, 'k?cal|(?:kilo)?calories?', 'سعرة(?: حرارية)?|سعرات(?: حرارية)?|سعرا حراريا|سعر حراري'],
  ],
  power: [
    ['kw', 1, 'kw|kilowatts?', `كيلو ?${watt}(?:ات|ا)?`], ['mw', 1000, 'mw|megawatts?', `مي[غج]ا ?${watt}(?:ات|ا)?`], ['gw', 1e6, 'gw|gigawatts?', `[غج]ي[غج]ا ?${watt}(?:ات|ا)?`],
    ['w', 0.001, 'w|watts?', `${watt}(?:ات|ا)?`], ['hp', 0.7457, 'hp|horse ?power', '(?:قوة )?(?:حصان|حصانا|احصنة)(?: بخاري)?'],
  ],
  data: (['k', 'm', 'g', 't'] as const).flatMap((letter, index): Row[] => {
    const [size, en, ar] = [1000 ** index, ['kilo', 'mega', 'giga', 'tera'][index], ['كيلو', 'مي[غج]ا', '[غج]ي[غج]ا', 'تيرا'][index]]
    return [[`${letter}bit`, size / 8, `${letter}bps|${letter}bits?|${en}bits?`, `${ar} ?بت(?:ات|ا)?`], [`${letter}byte`, size, `${letter}b|${en}bytes?`, `${ar} ?بايت(?:ات|ا)?`]]
  }).concat([['bit', 0.000125, 'bits?', 'بت|بتات'], ['byte', 0.001, 'bytes?', 'بايت|بايتات']]),
  frequency: [
    ['khz', 1000, 'khz|kilohertz', 'كيلو ?هي?رتز'], ['mhz', 1e6, 'mhz|megahertz', 'مي[غج]ا ?هي?رتز'], ['ghz', 1e9, 'ghz|gigahertz', '[غج]ي[غج]ا ?هي?رتز'], ['hz', 1, 'hz|hertz', 'هي?رتز'],
  ],
  duration: [
    ['second', 1, 'secs?|seconds?', 'ثانية|ثوان|ثواني'], ['minute', 60, 'mins?|minutes?', 'دقيقة|دقايق'], ['hour', 3600, 'hrs?|hours?', 'ساعة|ساعات'], ['day', 86400, 'days?', 'يوم|يوما|ايام'],
    ['week', 604800, 'weeks?', 'اسبوع|اسبوعا|اسابيع'], ['month', 2629746, 'months?', 'شهر|شهرا|اشهر|شهور'], ['year', 31556952, 'yrs?|years?', 'سنة|سنوات|سنين|عام|عاما|اعوام'],
  ],
}

export const measures: readonly Measure[] = Object.entries(rows).flatMap(([dimension, of]) =>
  of.map(([name, size, en, ar]) => ({ name, dimension, sizes: typeof size === 'number' ? [size] : size, en, ar })))
