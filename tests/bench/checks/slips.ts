/** Invented pairs of sentences of several genres that say the same, each with a slip of a translator and the rules of which one must see it. */

export interface Slip {
  readonly slip: string
  readonly seenBy: readonly string[]
  /** One bead each; an empty sentence is none. */
  readonly en: readonly string[]
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const quantities = ['numbers-differ', 'number-words-differ', 'dates-differ', 'times-differ', 'percentages-differ', 'currencies-differ', 'units-differ']

/** The wrong version differs from the right one in one place of one sentence. */
const one = (slip: string, en: string, right: string, from: string, to: string, seenBy: readonly string[] = quantities): Slip =>
  ({ slip, seenBy, en: [en], right: [right], wrong: [right.replace(from, to)] })

export const slips: readonly Slip[] = [
  one('law: another article', 'The court relied on Article 17, paragraph 3, of the Civil Code.', 'استندت المحكمة إلى الفقرة 3 من المادة 17 من القانون المدني.', '17', '71'),
  one('law: another article in words', 'Under the twelfth article the lease ends at once.', 'ينتهي عقد الإيجار فورًا بموجب المادة الثانية عشرة.', 'الثانية عشرة', 'الثالثة عشرة'),
  one('law: a term of another length', 'The appeal must be lodged within thirty days of the judgment.', 'يجب تقديم الاستئناف خلال ثلاثين يومًا من الحكم.', 'ثلاثين يومًا', 'ثلاثين شهرًا'),
  one('law: percentage of a fine', 'The fine may not exceed 12.5 per cent of the price.', 'لا يجوز أن تتجاوز الغرامة ١٢٫٥٪ من الثمن.', '١٢٫٥', '١٫٢٥'),
  one('law: Hijri date', 'The decree was issued on 14 Rajab 1422 AH.', 'صدر المرسوم في ١٤ رجب ١٤٢٢ هـ.', 'رجب', 'شعبان'),
  one('law: number of a decree', 'It was annulled by Decree No. 228/2019.', 'وألغي بموجب المرسوم رقم 228/2019.', '228', '282'),
  one('cookery: a dual', 'Add two spoons of flour and stir.', 'أضف ملعقتين من الطحين وحرّك.', 'ملعقتين', 'ثلاث ملاعق'),
  one('cookery: half a cup', 'Pour in a cup and a half of milk.', 'صب كوبًا ونصف كوب من الحليب.', 'كوبًا ونصف كوب', 'كوبين ونصف كوب'),
  one('cookery: grams and kilograms', 'Knead 500 g of dough for ten minutes.', 'اعجن 500 غ من العجين عشر دقائق.', '500 غ', '500 كغ'),
  one('cookery: oven', 'Bake at 180 °C for 25 minutes.', 'اخبزه على حرارة 180 درجة مئوية لمدة 25 دقيقة.', '180', '160'),
  one('cookery: minutes and hours', 'Let it rest for three hours.', 'اتركه يرتاح ثلاث ساعات.', 'ثلاث ساعات', 'ثلاث دقائق'),
  one('novel: an age', 'She was sixty-four when the bridge fell.', 'كانت في الرابعة والستين حين انهار الجسر.', 'الرابعة والستين', 'السادسة والأربعين'),
  one('novel: an hour', 'At half past seven the lamps went out.', 'انطفأت المصابيح في السابعة والنصف.', 'السابعة والنصف', 'السابعة والربع'),
  one('novel: a quotation without its end', 'He said, “Wait for me here.” She waited.', 'قال: «انتظريني هنا». فانتظرت.', '»', '', ['quotes-unpaired']),
  one('novel: a question without its mark', 'Have you seen the ferryman?', 'هل رأيت صاحب المركب؟', '؟', '.', ['end-punctuation']),
  one('novel: a word twice', 'He carried the lantern down to the boat.', 'حمل الفانوس إلى القارب.', 'الفانوس', 'الفانوس الفانوس', ['repeated-word']),
  one('novel: a bracket without its end', 'The inn (closed in winter) had no roof.', 'لم يكن للنزل (المغلق شتاءً) سقف.', ')', '', ['brackets-unpaired']),
  one('physics: a power of ten', 'The speed of light is 299,792 kilometres per second.', 'تبلغ سرعة الضوء 299,792 كيلومترًا في الثانية.', '299,792', '299,729'),
  one('physics: a unit', 'The rod is 3.4 millimetres thick.', 'يبلغ سمك القضيب 3.4 مليمترات.', 'مليمترات', 'سنتيمترات'),
  one('physics: a fraction', 'Two thirds of the mass is water.', 'ثلثا الكتلة ماء.', 'ثلثا', 'ثلاثة أرباع'),
  one('physics: hertz', 'The crystal swings at 50 MHz.', 'تهتز البلورة بتردد 50 ميغاهرتز.', 'ميغاهرتز', 'كيلوهرتز'),
  one('football: a score', 'The home side won 3-1.', 'فاز أصحاب الأرض 3-1.', '3-1', '3-2'),
  one('football: a minute', 'He scored in the 87th minute.', 'سجل الهدف في الدقيقة 87.', '87', '78'),
  one('football: a minute in words', 'He scored in the fifth minute.', 'سجل الهدف في الدقيقة الخامسة.', 'الخامسة', 'السادسة'),
  one('football: seats', 'The ground holds forty-five thousand people.', 'يتسع الملعب لخمسة وأربعين ألف متفرج.', 'لخمسة وأربعين ألف', 'لأربعة وخمسين ألف'),
  one('football: the fee', 'The club paid €20 million for him.', 'دفع النادي 20 مليون يورو ثمنًا له.', 'مليون', 'ألف'),
  one('wrong gender does not make another number', 'Five sisters ran the mill.', 'أدارت الطاحونة خمس أخوات.', 'خمس', 'ست'),
  one('a wrong currency', 'The ticket costs 15 dinars.', 'ثمن التذكرة 15 دينارًا.', 'دينارًا', 'درهمًا'),
  one('the year of another century', 'The canal was dug in 1869.', 'حفرت القناة عام ١٨٦٩.', '١٨٦٩', '١٩٦٩'),
  one('another month of the Maghreb', 'They met on 3 July 1956.', 'التقوا في 3 يوليوز 1956.', 'يوليوز', 'غشت'),
  one('an emphasis turned to Latin commas', 'Bread, salt, and oil.', 'خبز، وملح، وزيت.', '،', ',', ['latin-punctuation']),
  one('half of a sentence', 'The clerk wrote the names of all the men who had crossed the river that winter and read them aloud in the square.', 'كتب الكاتب أسماء جميع الرجال الذين عبروا النهر في ذلك الشتاء وتلاها بصوت عال في الساحة.', ' جميع الرجال الذين عبروا النهر في ذلك الشتاء وتلاها بصوت عال في الساحة', '', ['length-out-of-proportion']),
  { slip: 'a sentence left out', seenBy: ['sentence-omitted'], en: ['The mill stood still.', 'Nobody came.'], right: ['توقفت الطاحونة.', 'ولم يأت أحد.'], wrong: ['توقفت الطاحونة.', ''] },
  { slip: 'a sentence twice', seenBy: ['sentence-added'], en: ['The mill stood still.', ''], right: ['توقفت الطاحونة.', ''], wrong: ['توقفت الطاحونة.', 'توقفت الطاحونة.'] },
  { slip: 'a sentence said twice in one', seenBy: ['sentence-repeated', 'length-out-of-proportion', 'repeated-word'], en: ['The mill stood still all winter.'], right: ['توقفت الطاحونة طوال الشتاء.'], wrong: ['توقفت الطاحونة طوال الشتاء. توقفت الطاحونة طوال الشتاء.'] },
  {
    slip: 'a name in another spelling', seenBy: ['names-vary'], en: ['Gorbatov came.', 'Gorbatov spoke.', 'Then Gorbatov left.', 'They asked for Gorbatov.'],
    right: ['جاء غورباتوف.', 'وتكلم غورباتوف.', 'ثم رحل غورباتوف.', 'وسألوا عن غورباتوف.'], wrong: ['جاء غورباتوف.', 'وتكلم غورباتوف.', 'ثم رحل غورباتوف.', 'وسألوا عن جورباتوف.'],
  },
]
