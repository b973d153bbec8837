/** Words by which the furniture of a web page is known, in both languages; compared after `folded`. */

import type { Language } from '../../model/language.ts'

export interface Vocabulary {
  /** Opens a by-line. */
  readonly by: readonly string[]
  /** Opens a switch to another language. */
  readonly otherLanguage: readonly string[]
  /** Headings of a box about the author. */
  readonly about: readonly string[]
  /** Headings of a tail of other articles. */
  readonly recommended: readonly string[]
  /** Lines that are buttons or menus. */
  readonly controls: readonly string[]
}

export const vocabulary: Record<Language, Vocabulary> = {
  en: {
    by: ['by', 'written by', 'author', 'words by'],
    otherLanguage: ['also available in', 'also in', 'available in', 'read in', 'read this in', 'this article in', 'translations'],
    about: ['about the author', 'about the authors', 'about author', 'about the writer', 'author bio', 'the author', 'the authors', 'contributors'],
    recommended: ['recommended', 'recommended reading', 'related', 'related articles', 'related content', 'related posts', 'related reading',
      'read more', 'read next', 'more from', 'more on this topic', 'more stories', 'most read', 'you may also like', 'you might also like',
      'further reading', 'latest', 'trending', 'popular', 'see also'],
    controls: ['share', 'share this', 'share this article', 'print', 'email', 'tweet', 'facebook', 'twitter', 'linkedin', 'whatsapp', 'copy link',
      'subscribe', 'sign up', 'sign in', 'log in', 'newsletter', 'menu', 'search', 'home', 'skip to content', 'skip to main content',
      'download pdf', 'download', 'listen', 'save', 'comments', 'leave a comment', 'tags', 'topics', 'back to top', 'follow us', 'advertisement',
      'all rights reserved', 'contact us', 'about us', 'cookie policy', 'privacy policy', 'terms of use', 'loading'],
  },
  ar: {
    by: ['بقلم', 'كتبه', 'كتبته', 'كتب', 'الكاتب', 'الكاتبة', 'المؤلف', 'اعداد', 'تاليف'],
    otherLanguage: ['متوفر ايضا باللغة', 'متوفر ايضا', 'متاح ايضا', 'متاح باللغة', 'اقرا باللغة', 'اقرا المقال باللغة', 'بلغات اخرى', 'لغات اخرى'],
    about: ['عن المؤلف', 'عن المؤلفين', 'عن المولفين', 'عن المؤلفة', 'عن الكاتب', 'عن الكاتبة', 'عن الكتاب', 'حول المؤلف', 'حول الكاتب', 'نبذة عن الكاتب', 'نبذة عن المؤلف', 'المؤلفون', 'الكتاب'],
    recommended: ['موصى به', 'يوصى به', 'اقرا ايضا', 'اقرا المزيد', 'قراءات موصى بها', 'مقالات ذات صلة', 'مواضيع ذات صلة', 'موضوعات ذات صلة', 'ذات صلة',
      'مقالات مشابهة', 'قد يعجبك ايضا', 'قد يهمك', 'قد يهمك ايضا', 'الاكثر قراءة', 'المزيد', 'المزيد من', 'احدث المقالات', 'انظر ايضا', 'شاهد ايضا'],
    controls: ['شارك', 'شاركها', 'مشاركة', 'شارك المقال', 'طباعة', 'اطبع', 'بريد الكتروني', 'البريد الالكتروني', 'فيسبوك', 'تويتر', 'واتساب', 'نسخ الرابط',
      'اشترك', 'الاشتراك', 'تسجيل الدخول', 'النشرة البريدية', 'القائمة', 'بحث', 'ابحث', 'الرئيسية', 'الصفحة الرئيسية', 'انتقل الى المحتوى',
      'تحميل', 'تنزيل', 'تحميل pdf', 'استمع', 'حفظ', 'التعليقات', 'اترك تعليقا', 'وسوم', 'الوسوم', 'العودة الى الاعلى', 'تابعنا', 'اعلان',
      'جميع الحقوق محفوظة', 'كل الحقوق محفوظة', 'اتصل بنا', 'من نحن', 'سياسة الخصوصية', 'شروط الاستخدام'],
  },
}

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
