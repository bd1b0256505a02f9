// Compile a Typst file to tagged PDF: typst.js WORKSPACE FONTS IN OUT; with
// --clock the times of the start, the fonts, and the compilation with export.
import { writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [workspace, fonts, source, target, clock] = process.argv.slice(2)
const started = performance.now()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })
const opened = performance.now()
const pdf = compiler.pdf({ mainFilePath: source }, { pdfTags: true })
const done = performance.now()
writeFileSync(target, pdf)
if (clock === '--clock')
  console.log(`${started.toFixed(1)}\t${(opened - started).toFixed(1)}\t${(done - opened).toFixed(1)}\t${pdf.length}`)
