export { gravitySystem, isNeed, isRestricted, needMap, needs, type GravityCategory, type Need } from './need.ts';
