/** Words by which the furniture of a web page is known, in both languages; compared after `folded`. */

import type { Language } from '../../model/language.ts'

export interface Vocabulary {
  /** Opens a by-line. */
  readonly by: readonly string[]
  /** Opens a by-line where a colon or a link shows that a name follows: as words of a sentence they are common. */
  readonly byWithColon: readonly string[]
  /** Opens a switch to another language. */
  readonly otherLanguage: readonly string[]
  /** Names of languages, as this language writes them. */
  readonly languages: readonly string[]
  /** Headings of a box about the author. */
  readonly about: readonly string[]
  /** Kinds of article, printed above or below its title. */
  readonly kickers: readonly string[]
  /** Headings of a tail of other articles. */
  readonly recommended: readonly string[]
  /** Headings that a page gives to other articles of its own, and an author to a list of books. */
  readonly readings: readonly string[]
  /** Headings of what readers wrote below. */
  readonly comments: readonly string[]
  /** Lines that are buttons or menus, whole. */
  readonly controls: readonly string[]
  /** Openings of lines that are buttons or invitations. */
  readonly invitations: readonly string[]
  /** Lines that interrupt an article. */
  readonly interruptions: readonly string[]
  /** Words that may stand in a line with a date. */
  readonly dateWords: readonly string[]
}

export const vocabulary: Record<Language, Vocabulary> = {
  en: {
    by: ['by', 'written by', 'words by', 'posted by'],
    byWithColon: ['author', 'authors', 'text'],
    otherLanguage: ['also available in', 'available in', 'also in', 'read in', 'read this in', 'read this article in', 'this article in', 'translations', 'other languages'],
    languages: ['english', 'arabic', 'french', 'german', 'spanish', 'hebrew', 'persian', 'farsi', 'turkish', 'kurdish', 'russian', 'chinese', 'italian', 'portuguese', 'urdu'],
    about: ['about the author', 'about the authors', 'about author', 'about the writer', 'author bio', 'the author', 'the authors', 'contributors'],
    kickers: ['analysis', 'brief analysis', 'article', 'articles', 'articles & testimony', 'report', 'reports', 'special report', 'opinion', 'op-ed', 'comment', 'commentary', 'feature', 'features',
      'interview', 'essay', 'review', 'book review', 'news', 'policy brief', 'policy analysis', 'policy paper', 'policywatch', 'working paper', 'research', 'research paper', 'study', 'blog', 'blog post',
      'editorial', 'column', 'dispatch', 'explainer', 'podcast', 'video', 'publication', 'publications', 'breaking news', 'long read', 'the long read'],
    recommended: ['recommended', 'recommended articles', 'recommended for you', 'related', 'related articles', 'related content', 'related posts', 'related stories', 'related topics', 'related links',
      'related news', 'read more', 'read next', 'more from', 'more on this', 'more on this story', 'more on this topic', 'more like this', 'more stories', 'more articles', 'most read', 'most viewed', 'most popular',
      'you may also like', 'you might also like', 'you may also be interested in', 'latest', 'latest news', 'trending', 'trending now', 'popular', 'popular posts', 'recent posts', 'editors picks', "editor's picks", 'up next', 'what to read next', 'in this series'],
    readings: ['recommended reading', 'related reading', 'further reading', 'see also', 'more to read'],
    comments: ['comments', 'leave a comment', 'leave a reply', 'add a comment', 'post a comment', 'join the conversation', 'join the discussion', 'responses', 'thoughts on'],
    controls: ['share', 'share this', 'share this article', 'share this post', 'share article', 'print', 'print this page', 'email', 'e-mail', 'tweet', 'facebook', 'twitter', 'x', 'linkedin', 'whatsapp', 'telegram', 'copy link',
      'subscribe', 'sign up', 'sign in', 'log in', 'register', 'newsletter', 'menu', 'search', 'home', 'skip to content', 'skip to main content',
      'download', 'download pdf', 'download the pdf', 'download article', 'listen', 'listen to article', 'save', 'save for later', 'bookmark', 'comments', 'leave a comment', 'tags', 'topics', 'filed under', 'regions', 'back to top', 'follow', 'follow us',
      'all rights reserved', 'contact', 'contact us', 'about us', 'cookie policy', 'privacy', 'privacy policy', 'terms', 'terms of use', 'terms of service', 'loading', 'reply', 'previous', 'next', 'previous article', 'next article', 'donate', 'support us'],
    invitations: ['sign up for our', 'sign up to our', 'sign up for the', 'sign up to the', 'subscribe to our', 'subscribe to the', 'follow us on', 'share on', 'click to share', 'click to email', 'click to print', 'tagged', 'filed under', 'posted in', 'read our privacy'],
    interruptions: ['advertisement', 'article continues below', 'article continues after advertisement', 'story continues below', 'story continues below advertisement', 'continue reading', 'continue reading the main story',
      'continue reading below', 'skip advertisement', 'sponsored', 'sponsored content', 'promoted content'],
    dateWords: ['published', 'publication', 'updated', 'update', 'last', 'first', 'modified', 'posted', 'created', 'date', 'on', 'at', 'the', 'of', 'gmt', 'utc', 'bst', 'est', 'edt', 'pst', 'cet', 'am', 'pm', 'a', 'p', 'm',
      'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'st', 'nd', 'rd', 'th'],
  },
  ar: {
    by: ['بقلم', 'كتبه', 'كتبته'],
    byWithColon: ['كتب', 'كتبت', 'الكاتب', 'الكاتبة', 'المؤلف', 'المؤلفة', 'المؤلفون', 'إعداد', 'تأليف', 'تحرير'],
    otherLanguage: ['متوفر أيضا باللغة', 'متوفر باللغة', 'متوفر أيضا', 'متوفر أيضا بـ', 'متاح أيضا باللغة', 'متاح باللغة', 'متاح أيضا', 'اقرأ باللغة', 'اقرأ المقال باللغة', 'اقرأ هذا المقال باللغة', 'بلغات أخرى', 'لغات أخرى', 'اللغات'],
    languages: ['الإنجليزية', 'الإنكليزية', 'العربية', 'الفرنسية', 'الألمانية', 'الإسبانية', 'العبرية', 'الفارسية', 'التركية', 'الكردية', 'الروسية', 'الصينية', 'الإيطالية', 'البرتغالية', 'الأردية',
      'بالإنجليزية', 'بالعربية', 'بالفرنسية', 'بالتركية', 'بالفارسية'],
    about: ['عن المؤلف', 'عن المؤلفين', 'عن المؤلفة', 'عن المؤلفات', 'عن الكاتب', 'عن الكاتبة', 'عن الكتاب', 'عن الكاتبين', 'حول المؤلف', 'حول المؤلفة', 'حول الكاتب', 'حول الكاتبة', 'نبذة عن الكاتب', 'نبذة عن الكاتبة', 'نبذة عن المؤلف', 'نبذة عن المؤلفة', 'نبذة عن المؤلفين', 'المؤلفون', 'الكاتب', 'الكاتبة', 'المؤلف', 'المؤلفة'],
    kickers: ['تحليل', 'تحليل موجز', 'تحليلات', 'تحليل سياسات', 'تقرير', 'تقارير', 'تقرير خاص', 'رأي', 'آراء', 'مقال', 'مقالات', 'مقالة', 'مقالات رأي', 'مقالات وشهادات', 'حوار', 'مقابلة', 'دراسة', 'دراسات', 'ورقة بحثية', 'ورقة سياسات', 'أوراق بحثية', 'أبحاث',
      'أخبار', 'خبر عاجل', 'عاجل', 'افتتاحية', 'عمود', 'تحقيق', 'تحقيقات', 'مراجعة', 'مراجعة كتاب', 'مدونة', 'مدونات', 'تدوينة', 'منشورات', 'إصدارات', 'بودكاست', 'فيديو', 'موجز سياسات', 'تعليق'],
    recommended: ['موصى به', 'يوصى به', 'موصى به لك', 'اقرأ أيضا', 'اقرئي أيضا', 'اقرؤوا أيضا', 'اقرأ المزيد', 'اقرأ التالي', 'مقالات ذات صلة', 'مقالات متعلقة', 'مواضيع ذات صلة', 'مواضيع متعلقة', 'موضوعات ذات صلة', 'محتوى ذو صلة', 'محتويات ذات صلة', 'أخبار ذات صلة', 'روابط ذات صلة',
      'ذات صلة', 'مقالات مشابهة', 'مواضيع مشابهة', 'مقالات أخرى', 'مقالات أخرى للكاتب', 'قد يعجبك أيضا', 'قد يعجبك', 'قد يهمك', 'قد يهمك أيضا', 'الأكثر قراءة', 'الأكثر مشاهدة', 'الأكثر رواجا', 'الأكثر تداولا', 'المزيد', 'المزيد من', 'المزيد حول', 'المزيد عن هذا الموضوع', 'أحدث المقالات', 'أحدث الأخبار', 'آخر الأخبار', 'شاهد أيضا', 'مختارات', 'اخترنا لك', 'في هذه السلسلة'],
    readings: ['قراءات موصى بها', 'للمزيد', 'لمزيد من القراءة', 'لمزيد من الاطلاع', 'انظر أيضا', 'قراءات إضافية'],
    comments: ['التعليقات', 'تعليقات', 'تعليقات القراء', 'اترك تعليقا', 'اترك ردا', 'أضف تعليقا', 'أضف تعليق', 'اكتب تعليقا', 'شارك برأيك', 'شاركنا رأيك', 'الردود'],
    controls: ['شارك', 'شاركها', 'مشاركة', 'شارك المقال', 'شارك المقالة', 'شارك هذا المقال', 'شارك هذا الموضوع', 'شارك الموضوع', 'شارك الخبر', 'طباعة', 'اطبع', 'بريد إلكتروني', 'البريد الإلكتروني', 'فيسبوك', 'تويتر', 'إكس', 'واتساب', 'تلغرام', 'تيليغرام', 'لينكدإن', 'نسخ الرابط',
      'اشترك', 'الاشتراك', 'تسجيل الدخول', 'تسجيل', 'النشرة البريدية', 'القائمة', 'بحث', 'ابحث', 'الرئيسية', 'الصفحة الرئيسية', 'انتقل إلى المحتوى', 'انتقل إلى المحتوى الرئيسي', 'تخطي إلى المحتوى', 'تجاوز إلى المحتوى الرئيسي',
      'تحميل', 'تنزيل', 'تحميل pdf', 'تنزيل pdf', 'تحميل الملف', 'استمع', 'استمع إلى المقال', 'حفظ', 'احفظ', 'التعليقات', 'اترك تعليقا', 'وسوم', 'الوسوم', 'كلمات مفتاحية', 'المواضيع', 'المناطق', 'العودة إلى الأعلى', 'إلى الأعلى', 'تابعنا', 'تابعونا',
      'جميع الحقوق محفوظة', 'كل الحقوق محفوظة', 'اتصل بنا', 'من نحن', 'سياسة الخصوصية', 'شروط الاستخدام', 'رد', 'السابق', 'التالي', 'المقال السابق', 'المقال التالي', 'تبرع', 'ادعمنا'],
    invitations: ['اشترك في نشرتنا', 'اشترك في النشرة', 'اشتركوا في نشرتنا', 'سجل في نشرتنا', 'تابعنا على', 'تابعونا على', 'اضغط للمشاركة', 'انقر للمشاركة', 'شارك على', 'وسوم', 'الوسوم', 'مصنف تحت', 'جميع الحقوق محفوظة', 'كل الحقوق محفوظة'],
    interruptions: ['إعلان', 'إعلانات', 'تابع القراءة', 'أكمل القراءة', 'المقال يتبع بعد الإعلان', 'يتبع بعد الإعلان', 'مادة إعلانية', 'محتوى إعلاني'],
    dateWords: ['نشر', 'نشرت', 'النشر', 'تم', 'في', 'بتاريخ', 'تاريخ', 'آخر', 'تحديث', 'التحديث', 'حدث', 'عدلت', 'يوم', 'الساعة', 'بتوقيت', 'غرينتش', 'غرينيتش', 'جرينتش', 'م', 'ص', 'الموافق', 'لسنة', 'سنة', 'عام',
      'السبت', 'الأحد', 'الاثنين', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة'],
  },
}

/** Names that languages have in themselves, as switches print them. */
export const ownNames: readonly string[] = ['English', 'العربية', 'عربي', 'Français', 'Deutsch', 'Español', 'עברית', 'فارسی', 'Türkçe', 'Kurdî', 'کوردی', 'Русский', '中文', 'Italiano', 'Português', 'اردو', 'EN', 'AR', 'FR']

/** Case, marks, hamza seats and punctuation do not tell two headings apart. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0610-\u061A\u0640\u064B-\u065F\u0670\u0300-\u036F]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ؤ', 'و')
    .replaceAll('ى', 'ي')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const foldedLists = new WeakMap<readonly string[], readonly string[]>()

function foldedList(list: readonly string[]): readonly string[] {
  const made = foldedLists.get(list) ?? list.map(folded)
  foldedLists.set(list, made)
  return made
}

export const isOneOf = (list: readonly string[], text: string): boolean => foldedList(list).includes(folded(text))

/** Whether the text begins with one of the phrases, as whole words. */
export function startsWithOneOf(list: readonly string[], text: string): boolean {
  const own = folded(text)
  return foldedList(list).some((phrase) => own === phrase || own.startsWith(`${phrase} `))
}

/** Whether a line leads to the page in other languages: the phrase, and no more than names of languages after it. */
export function isSwitch(text: string, language: Language): boolean {
  const { otherLanguage, languages } = vocabulary[language]
  const own = folded(text)
  const opening = foldedList(otherLanguage).filter((phrase) => own === phrase || own.startsWith(`${phrase} `)).sort((one, other) => other.length - one.length)[0]
  if (opening === undefined) return false
  const names = new Set([...foldedList(languages), ...foldedList(ownNames), 'and', 'or', 'و', 'ب', 'باللغة', 'اللغة'])
  return own.slice(opening.length).trim().split(' ').filter(Boolean).every((word) => names.has(word) || names.has(word.replace(/^و/, '')))
}
