import { parentPort } from 'node:worker_threads'
import { playSeeds } from './campaign.ts'

parentPort?.on('message', async (seeds) => parentPort?.postMessage(await playSeeds(seeds)))
