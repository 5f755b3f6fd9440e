import { parentPort, workerData } from 'node:worker_threads'
import { playSeeds } from './campaign.ts'

parentPort?.postMessage(await playSeeds(workerData))
