export { decideInspection } from './decide.ts'
export { askQuestions, holdDialogue, planDialogue, sortQuestions } from './dialogue.ts'
export { explain, signMinutes, writeMinutes } from './explain.ts'
export { addFinding, answerFinding, markTask, planRemedy } from './find.ts'
export {
  concludeInspection,
  planInspection,
  requestExplanation,
  sendFindings,
} from './inspect.ts'
export { answerRecommendation, draftRecommendation, issueRecommendation, makeRecommendation } from './recommend.ts'
export { taskforce } from './room.ts'
export { addMember, setAreas, setUpForce } from './set-up.ts'
export { expectedSignatureOfForce, HEAD as HEAD_OF_FORCE, signatureOfForce } from './signature.ts'
