// Turn a printed document (build --print document) into what peers read, with
// all of its words, notes and figures: convert.js typst|markdown|text LANGUAGE FIGURES FONT
import { readFileSync } from 'node:fs'

const [form, language, figures, font] = process.argv.slice(2)

// The print as a tree: two blanks a level, a kind, and the line behind it.
const parse = (print) => {
  const open = [{ kids: [] }]
  for (const line of print.split('\n').filter((each) => each !== '')) {
    const depth = line.search(/\S/) / 2
    const [, kind, rest] = line.trim().match(/^(\S+) ?(.*)$/)
    const words = rest.match(/(?:^| |text )("(?:[^"\\]|\\.)*")$/)
    const node = {
      kind,
      rest,
      name: rest.match(/^(?:\d+:\d+ )?(\S+)/)?.[1] ?? '',
      level: Number(rest.match(/ level (\d+)/)?.[1] ?? 1),
      counter: rest.match(/ counter "([^"]*)"/)?.[1] ?? '',
      text: words && kind !== 'call' ? JSON.parse(words[1]) : '',
      kids: []
    }
    open.length = depth + 1
    open[depth].kids.push(node)
    open.push(node)
  }
  return open[0].kids
}

const [document, notes] = parse(readFileSync(0, 'utf8'))
const noteOf = new Map(notes.kids.map((note) => [note.name, note]))
const called = new Set()

const inTypst = {
  words: (text) => `#${JSON.stringify(text)};`,
  link: (node, inside) => `#link(${JSON.stringify(node.name)})[${inside}]`,
  call: (key) => called.has(key)
    ? `#footnote(label(${JSON.stringify(key)}));`
    : `#[#footnote[${noteOf.get(key).kids.map((kid) => inline(kid.kids)).join(' ')}]#label(${JSON.stringify(key)})]`,
  block: (node, inside) => ({
    heading: `#heading(level: ${node.level})[${inTypst.words(`${node.counter} `)}${inside}]`,
    paragraph: `${node.counter === '' ? '' : `${inTypst.words(node.counter)}#h(1em)`}${inside}`,
    item: `#pad(left: 2em)[${inTypst.words(`${node.counter} `)}${inside}]`,
    box: `#block(stroke: 0.5pt, inset: 8pt)[${inside}]`,
    figure: `#figure(image(${JSON.stringify(`${figures}/${node.name}.${language}.pdf`)}, alt: "figure"), caption: [${inside}], numbering: none)`
  })[node.kind] ?? inside,
  start: `#set document(title: "note", date: none)
#set page(paper: "a4", margin: (x: 1.25in, y: 1in), numbering: "1/1")
#set text(font: (${(font ?? '').split(',').map((each) => JSON.stringify(each)).join(', ')},), size: 10pt, lang: "${language}")
#set par(justify: true)\n`
}

const inMarkdown = {
  words: (text) => text.replace(/[\\`*_{}[\]()#+\-.!|<>$^~"'@:]/g, '\\$&'),
  link: (node, inside) => `[${inside}](${node.name})`,
  call: (key) => `[^${key}]`,
  block: (node, inside) => ({
    heading: `${'#'.repeat(node.level)} ${inMarkdown.words(`${node.counter} `)}${inside}`,
    paragraph: `${inMarkdown.words(node.counter)} ${inside}`.trim(),
    item: `> ${inMarkdown.words(node.counter)} ${inside.replaceAll('\n', ' ')}`,
    figure: `![${inside}](${figures}/${node.name}.${language}.pdf){width=100%}`
  })[node.kind] ?? inside,
  start: ''
}

const inText = { words: (text) => text, link: (node, inside) => inside, call: () => '', block: (node, inside) => `${node.counter} ${inside}`, start: '' }

const to = { typst: inTypst, markdown: inMarkdown, text: inText }[form]
const isBlock = (node) => ['heading', 'paragraph', 'item', 'box', 'figure', 'list', 'document', 'note'].includes(node.kind)

const inline = (kids) => kids.map((kid) => {
  if (kid.kind === 'call') {
    const mark = to.call(kid.name)
    called.add(kid.name)
    return mark
  }
  if (kid.kind === 'link') return to.link(kid, inline(kid.kids))
  return kid.kids.length > 0 ? inline(kid.kids) : to.words(kid.text)
}).join('')

const write = (node) => to.block(node, node.kids.some(isBlock)
  ? node.kids.map(write).join('\n\n')
  : inline(node.kids))

process.stdout.write(`${to.start}${write(document)}\n`)
if (form === 'markdown')
  for (const [key, note] of noteOf)
    process.stdout.write(`\n[^${key}]: ${note.kids.map((kid) => inline(kid.kids)).join(' ')}\n`)
if (form === 'text')
  process.stdout.write(`${write(notes)}\n`)
