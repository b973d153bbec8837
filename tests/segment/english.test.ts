/** Where English sentences end; a bar stands at each end, and nowhere else. */

import { describe, expect, test } from '@jest/globals'
import { barred, unbarred } from './sentences.ts'

const pictures: Record<string, string[]> = {
  stops: [
    'The lamp was lit. | Was anyone home? | Nobody! | So we left.',
    'Stop!! | Who told you?! | Nobody did.',
    'The bill came to $12.50. | We paid it.',
    'It was 3.30 p.m. when the train left. | Nobody waved.',
  ],
  titles: [
    'Dr. Haddad met Mrs. Quill at St. Anne’s. | They spoke to Gen. Rowe and Sens. Pike and Lowell.',
    'The case of Harlow v. Dean was heard. | Mr. Dean lost.',
    'It answers within 23 ms. | Silence is a refusal. | The tag is WM-90/282-B. | Silence, said ms. Hale.',
    'Some metals, e.g. Copper, i.e. Cu, conduct. | Others, cf. Lead, do not.',
  ],
  initials: [
    'We read W. H. Marlow and J.R.R. Brandt. | Then we slept.',
    'The poet E. Winter lived here. | J. Winter did not.',
    'It was you and I. | Albert went alone.',
    'They gave him vitamin C. | Doctors were pleased.',
    'She followed Malcolm X. | He spoke well.',
    'Baker, C., and Lind, T. R. Owen wrote it.',
    'Mr. E. Still and Dr P. Long came. | We saw A. N. Other. | The rest, A. N. Other said, slept.',
    'He moved to Washington, D. C. | Still, he slept badly.',
  ],
  'dotted names': [
    'He moved to Washington D.C. | The rest stayed.',
    'He moved to Washington, D.C. | It was winter.',
    'The author lives in Washington D.C.',
    'The U.S. Senate met. | I was in the U.S. | Were you?',
    'The U.N. Security Council met in the U.K. embassy.',
    'Martin Cole Jr. Hall was built by Stone & Co. Ltd. in May.',
    'She works for Stone Inc. | They build boats.',
    'A Ph.D. is required. | She has a Ph.D. | He has none.',
  ],
  hours: [
    'We met at 6 p.m. | Rita came late.',
    'At 5 a.m. Mr. Dell rose.',
    'It opens at 9 a.m. Monday and 10 a.m. GMT in winter.',
    'Bread, salt, etc. | Then came wine.',
  ],
  numbered: [
    'See p. 12, pp. 30 f., vol. II and Fig. 3 in no. 7. | Then see ch. iv.',
    'Born c. 1210 (d. 1273), he wrote. | Oh, no. | I forgot.',
    'It was on Sept. 11 that we met. | He left in Sept. | She stayed.',
    'Sec. 12 applies. | N°. 4 does not.',
    'It takes (max. 40 N) a hand, and min. 3 Watts. | The plank is 6 ft. | Nobody cut it.',
    'The cloth was 10s. a yard. | It tore.',
  ],
  quotations: [
    '“Is it late?” asked Mona. | “It is.” | She rose.',
    '"Go away!" he said. | "No." | He went.',
    "'Quiet!' thought Ruth to herself. | 'Somebody comes.'",
    '“I only wanted to—” | The door opened.',
    '“Who is it?” | “Only me.”',
    'He wrote: “The sea is near. | We shall walk.” | They did.',
  ],
  brackets: [
    'He taught (he had studied law.) at the school. | (He disliked it.) | Then he left.',
    'The king (?) of the isle died. | His son [!] lived.',
    'She wrote “the tower […] Falls [...] Slowly” (Lane 5). | Nobody read it.',
    'The road was closed. | [Photo: the author] | Nobody came.',
    'The road was closed to all | [Photo: the author] | Nobody came.',
    'He called it a dhow [translator’s note: a boat with one mast.] and sailed away.',
    'He called it a dhow [Note: a boat] Captain Marl had seen.',
  ],
  dots: [
    'I never meant that... | She left the shop.',
    'I was … well, what I mean … tired. | You know…',
    'And then . . . I fell asleep.',
    'He said nothing . . . . | Next morning he went.',
    'Chapter One ........ 12',
    '“Did we know... No, we did not,” she said. | “Did we ask...” | No one had.',
  ],
  dashes: [
    'Mix it, and -- presto! -- you have cake.',
    'What do you hear? | — Nothing at all.',
  ],
  heads: [
    '1. The first thing matters. | 2. The second does not.',
    '1) The first thing | 2) The second thing | 3) The third thing',
    '(a) Bread is baked. | (b) Milk is warmed.',
    'Figure 3. A view of the port. | Photographed at noon.',
    'There are three ways: 1) by sea; 2) by land; 3) by air.',
    'The doors closed. | 35 people were inside. | 3 left.',
    'The drug failed. | mRNA was the next hope. | al-Razi would have smiled.',
    'It cost 5 dinars in all. | iPods cost more.',
  ],
  speakers: [
    'MAID. Who rang? | Nobody did.',
    'OLD MAN. (rising) The wind did. | It always does.',
    'NO. | You heard it.',
    'Then he asked the BBC. | Nobody knew.',
  ],
  addresses: [
    'Write to a.b@mail.example.org. | Or see https://www.example.org/a.b/c.html?x=1.Y!z. | It is all there.',
    'Open notes.txt in version 1.2.3. | It runs on Node.js well.',
    'The Zing! offices and Zing!’s page closed. | So it was.',
  ],
  notes: [
    'The wall fell.[12] | The town did not.*  | Nobody knows why.¹ | Everyone guesses.',
    'The wall fell in the siege.14 | The town did not (so they say).3, 4 | Nobody knows.',
    'The king died.(1) | The queen reigned.',
  ],
  'forgotten stops': [
    'Harbour reopens after the storm | The ferries had been idle for a week.',
    'Council takes new bridge out of the plans | It’s not clear why. | Nobody asked.',
    'Price of salt rises to 840 | They blame the drought.',
    "Baker tells of 'a very long night' | There was no bread left.",
    'Old Mill Sold at Auction in Lower Marl | When the bids closed, nobody spoke.',
    'Bridge closed after lorry hits pier | A lorry was pulled from the river on Monday.',
    'Share this page | But the tide came in.',
  ],
  'capitals that open nothing': [
    'Too little vitamin A delays growth, and immunoglobulin A deficiency of this kind is rare.',
    'The letter A is a vowel, and plan A failed, so they chose plan B then.',
    'The court sat in The Hague and they read The Quay Herald on the train.',
    'A sonata in A minor was played on Radio Marl’s Today programme last night.',
    'They praised the mercy He has shown to all whom He made and the world He keeps.',
    'It was Malcolm, Earl Of the Marches, who wrote The winter of the king.',
    'He read a poem called When the lamp is out and another named If only.',
    'As shown in table 3 The number is low.',
    'Scope The rule covers ships.',
    'I think that I shall go and so do I if asked.',
    'the sea was calm\nAnd all the men were sleeping\nWhen the wind came.',
    'She said The king and King George V the second, and Henry IV of that line, were one.',
  ],
  echoes: [
    'Old ferries will be sold to pay for the quay at Port Marl | Old ferries will be sold this year.',
    'Marl: Two fishermen saved by a dog in the night | Two fishermen were saved by a dog.',
    'He said “no.” | Old ferries will be sold to pay for the quay | Old ferries will be sold this year.',
    'No man is wiser than No man was before.',
    'Fresh bread and Fresh bread rolls are sold.',
  ],
  lines: [
    'The words of a line\nthat the file wraps at\nParis go on. | Then comes another.',
  ],
  'the other script': [
    'He called it كتاب. | She called it a book, «سفر». | We did not.',
    'The word ق.م. means before the era.',
  ],
}

describe.each(Object.entries(pictures))('%s', (_, lines) => {
  test.each(lines)('%s', (picture) => {
    expect(spaced(barred(unbarred(picture), 'en'))).toBe(spaced(picture))
  })
})

test('an ornament is no sentence', () => {
  expect(barred('The end came. ❖', 'en')).toBe('The end came. ❖')
  expect(barred('* * * The end came. It stayed.', 'en')).toBe('* * * The end came. | It stayed.')
})

test('a space that is missing after a stop hides no end', () => {
  expect(barred('Two words.Tuesday came without a space.', 'en')).toBe('Two words. | Tuesday came without a space.')
})

test('a hard break and an empty line end a sentence', () => {
  expect(barred('A line for itself,\u2028another line\n\nand a last one', 'en')).toBe('A line for itself, | another line | and a last one')
})

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')
