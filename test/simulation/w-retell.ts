import { retell } from './retell.ts'

console.log(await retell(Number(process.argv[2])))
