import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Action, mayAtAll } from '../src/identity/index.ts';
import { testDatabase } from './support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from './support/programme.ts';
import { openWeb } from './support/web.ts';

/**
 * Who gets past each door. N nurse (referrer), L link worker, T team lead, M programme manager, E evaluator,
 * C community organisation, S steering group, A administrator; a dot is turned away: with 403, or from a page about one thing with the same 404 as if there were no such thing. Somebody who
 * has not signed in is sent to sign in. Whose things they may then see is each module's own test.
 */
const doors = `
GET /refer                                    N L T . . . . .
POST /refer                                   N L T . . . . .
POST /refer/signpost                          N L T . . . . .
GET /refer/sent/:id                           N L T . . . . .
GET /referrals                                N L T . . . . .
GET /referrals/:id                            N L T . . . . .
POST /referrals/:id/answer                    N . . . . . . .
GET /referrals/:id/letter                     N L T . . . . .
GET /queue                                    . L T M . . . .
GET /queue/:id                                . L T . . . . .
POST /queue/:id/accept                        . L T . . . . .
POST /queue/:id/same                          . L T . . . . .
POST /queue/:id/ask                           . L T . . . . .
POST /queue/:id/return                        . L T . . . . .
GET /caseload                                 . L T . . . . .
POST /caseload/search                         . L T . . . . .
POST /caseload/views                          . L T . . . . .
POST /caseload/views/start                    . L T . . . . .
POST /caseload/views/:view/remove             . L T . . . . .
GET /caseload/print                           . L T . . . . .
GET /caseload/export.csv                      . L T . . . . .
GET /team                                     . . T . . . . .
POST /team/alerts/:alert/seen                 . . T . . . . .
POST /team/openings/:opening                  . . T . . . . .
GET /visits                                   . L T . . . . .
POST /visits                                  . L T . . . . .
POST /visits/:visit/:step                     . L T . . . . .
GET /people/:id                               . L T . . . . .
GET /people/:id/about                         . L T . . . . .
POST /people/:id/about/people/link            . L T . . . . .
GET /people/:id/about/:section                . L T . . . . .
POST /people/:id/about/:section               . L T . . . . .
GET /people/:id/about/:section/history        . L T . . . . .
GET /people/:id/clinical                      N . . . . . . .
POST /people/:id/clinical                     N . . . . . . .
GET /people/:id/details                       . L T . . . . .
POST /people/:id/details                      . L T . . . . .
GET /people/:id/consent                       . L T . . . . .
GET /people/:id/consent/:purpose              . L T . . . . .
POST /people/:id/consent/:purpose             . L T . . . . .
GET /people/:id/consent/:purpose/withdraw     . L T . . . . .
POST /people/:id/consent/:purpose/withdraw    . L T . . . . .
GET /people/:id/safe-contact                  . L T . . . . .
POST /people/:id/safe-contact                 . L T . . . . .
GET /people/:id/messages                      . L T . . . . .
POST /people/:id/messages/:message/done       . L T . . . . .
POST /people/:id/messages/:message/not-needed . L T . . . . .
GET /letters                                  . L T . . . . .
POST /letters/:message/print                  . L T . . . . .
POST /letters/:message/posted                 . L T . . . . .
GET /people/:id/died                          . L T . . . . .
POST /people/:id/died                         . L T . . . . .
POST /people/:id/died/undo                    . L T . . . . .
GET /people/:id/sharing                       . L T . . . . .
GET /people/:id/sharing/print                 . L T . . . . .
GET /people/:id/same                          . L T . . . . .
GET /people/:id/same/:other                   . L T . . . . .
POST /people/:id/same/:other                  . L T . . . . .
POST /people/:id/same/undo/:merge             . L T . . . . .
POST /people/:id/opt-out                      . L T . . . . .
GET /extracts                                 . . . M . . . .
POST /extracts                                . . . M . . . .
POST /extracts/people.csv                     . . . M . . . .
POST /extracts/opt-outs                       . . . M . . . .
POST /people/:id/reopen                       . L T . . . . .
GET /gaps/new                                 . L T M . . . .
GET /drafts                                   N L T M . . . .
POST /drafts                                  N L T M . . . .
GET /drafts/:id                               N L T M . . . .
POST /drafts/:id/go-on                        N L T M . . . .
POST /drafts/:id/remove                       N L T M . . . .
GET /people/:id/contact                       . L T . . . . .
GET /people/:id/contacts                      . L T . . . . .
GET /people/:id/contacts/:contact             . L T . . . . .
POST /people/:id/contacts/:contact            . L T . . . . .
POST /people/:id/contacts/:contact/strike     . L T . . . . .
GET /supervision                              . L T M E . . .
POST /supervision/schedule/:worker            . L T . . . . .
POST /supervision/sessions                    . L T . . . . .
GET /supervision/sessions/:id                 . L T . . . . .
POST /supervision/sessions/:id                . L T . . . . .
POST /supervision/sessions/:id/move           . L T . . . . .
POST /supervision/sessions/:id/call-off       . L T . . . . .
POST /supervision/topics                      . L T . . . . .
POST /supervision/topics/:id/remove           . L T . . . . .
POST /supervision/check                       . L T . . . . .
GET /tasks                                    . L T . . . . .
POST /tasks/:task/done                        . L T . . . . .
POST /tasks/:task/undo                        . L T . . . . .
POST /tasks/:task/date                        . L T . . . . .
POST /tasks/actions/:action/done              . L T . . . . .
POST /tasks/actions/:action/undo              . L T . . . . .
POST /tasks/actions/:action/date              . L T . . . . .
GET /contact-templates                        . L T . . . . .
POST /contact-templates                       . L T . . . . .
POST /contact-templates/tags                  . . T . . . . .
POST /contact-templates/tags/:id/remove       . . T . . . . .
GET /contact-templates/:id                    . L T . . . . .
POST /contact-templates/:id                   . L T . . . . .
POST /contact-templates/:id/remove            . L T . . . . .
POST /people/:id/contact                      . L T . . . . .
GET /people/:id/attempt                       . L T . . . . .
POST /people/:id/attempt                      . L T . . . . .
POST /people/:id/tasks                        . L T . . . . .
POST /people/:id/tasks/:task/done             . L T . . . . .
POST /people/:id/tasks/:task/date             . L T . . . . .
GET /people/:id/plan                          . L T . . . . .
GET /people/:id/plan/change                   . L T . . . . .
POST /people/:id/plan/change                  . L T . . . . .
GET /people/:id/plan/history                  . L T . . . . .
GET /people/:id/plan/print                    . L T . . . . .
GET /people/:id/plan/share                    . L T . . . . .
POST /people/:id/plan/share                   . L T . . . . .
POST /people/:id/plan/share/stop              . L T . . . . .
GET /people/:id/handover                      . L T . . . . .
POST /people/:id/handover                     . L T . . . . .
POST /people/:id/weight                       . L T . . . . .
GET /handover/:account                        . L T . . . . .
POST /handover/:account                       . L T . . . . .
POST /handover/undo/:id                       . L T . . . . .
GET /absences                                 . L T . . . . .
POST /absences                                . L T . . . . .
POST /absences/:id/end                        . L T . . . . .
GET /people/:id/hold                          . L T . . . . .
POST /people/:id/hold                         . L T . . . . .
POST /people/:id/hold/keep                    . L T . . . . .
POST /people/:id/hold/end                     . L T . . . . .
GET /people/:id/ending                        . L T . . . . .
POST /people/:id/ending                       . L T . . . . .
GET /people/:id/ending/print                  . L T . . . . .
GET /people/:id/close                         . L T . . . . .
POST /people/:id/close                        . L T . . . . .
GET /people/:id/could-not-be-reached          . L T . . . . .
POST /people/:id/could-not-be-reached         . L T . . . . .
GET /people/:person/connect/:service          . L T . . . . .
POST /people/:person/connect/:service         . L T . . . . .
GET /connections/:id                          . L T . . . . .
POST /connections/:id/answer                  . L T . . . . .
POST /connections/:id/cancel                  . L T . . . . .
POST /connections/:id/mistake                 . L T . . . . .
GET /people/:id/appointments                  . L T . . . . .
GET /people/:id/appointments/new              . L T . . . . .
POST /people/:id/appointments/new             . L T . . . . .
GET /people/:id/appointments/:appointment     . L T . . . . .
GET /people/:id/appointments/:appointment/move . L T . . . . .
POST /people/:id/appointments/:appointment/move . L T . . . . .
GET /people/:id/appointments/:appointment/cancel . L T . . . . .
POST /people/:id/appointments/:appointment/cancel . L T . . . . .
GET /people/:id/appointments/:appointment/not-there . L T . . . . .
POST /people/:id/appointments/:appointment/not-there . L T . . . . .
GET /coding                                   . L T M E . . .
POST /coding/thoughts                         . L T M E . . .
POST /coding/thoughts/:thought/remove         . L T M E . . .
GET /coding/stories/:story                    . L T M E . . .
POST /coding/stories/:story/begin             . L T M E . . .
POST /coding/stories/:story/mark              . L T M E . . .
POST /coding/stories/:story/passages/:passage/remove . L T M E . . .
POST /coding/stories/:story/finish            . L T M E . . .
POST /coding/stories/:story/go-on             . L T M E . . .
POST /coding/stories/:story/thoughts          . L T M E . . .
GET /coding/stories/:story/compare            . L T M E . . .
GET /coding/codes                             . L T M E . . .
POST /coding/codes/bring-in                   . L T M E . . .
GET /coding/codes/new                         . L T M E . . .
POST /coding/codes/new                        . L T M E . . .
GET /coding/codes/:code                       . L T M E . . .
POST /coding/codes/:code                      . L T M E . . .
POST /coding/codes/:code/retire               . L T M E . . .
POST /coding/codes/:code/restore              . L T M E . . .
POST /coding/codes/:code/merge                . L T M E . . .
POST /coding/codes/:code/thoughts             . L T M E . . .
GET /coding/agreement                         . L T M E . . .
GET /coding/agreement/own                     . L T M E . . .
POST /coding/agreement/own                    . L T M E . . .
GET /coding/find                              . L T M E . . .
GET /coding/find.csv                          . L T M E . . .
GET /coding/codebook.qdc                      . L T M E . . .
POST /coding/project.qdpx                     . L T M E . . .
POST /coding/plan                             . . T M . . . .
GET /change                                   . L T M . . . .
GET /training                                 . L T M . . . .
GET /commitments                              . L T M . . . .
GET /belonging/:site/change                   . L T M . . . .
POST /belonging/:site/change/start            . . T M . . . .
GET /belonging/:site/change/readiness         . L T M . . . .
POST /belonging/:site/change/readiness        . . T M . . . .
POST /belonging/:site/change/readiness/plan   . . T M . . . .
POST /belonging/:site/change/readiness/barriers . . T M . . . .
POST /belonging/:site/change/plan/template    . . T M . . . .
GET /belonging/:site/change/:register         . L T M . . . .
POST /belonging/:site/change/:register        . . T M . . . .
GET /belonging/:site/change/:register/print   . L T M . . . .
GET /belonging/:site/change/:register/:entry  . L T M . . . .
POST /belonging/:site/change/:register/:entry . . T M . . . .
POST /belonging/:site/change/:register/:entry/move . . T M . . . .
POST /belonging/:site/change/:register/:entry/remove . . T M . . . .
POST /belonging/:site/change/:register/:entry/back . . T M . . . .
GET /incidents                                N L T M . . . A
GET /incidents/new                            N L T M . . . A
POST /incidents/new                           N L T M . . . A
GET /incidents/:incident                      N L T M . . . A
POST /incidents/:incident                     N L T M . . . A
POST /incidents/:incident/reopen              N L T M . . . A
GET /tools                                    N L T M . . . .
GET /tools/leaflets/:leaflet                  N L T M . . . .
GET /tools/texts/:text                        . . T M . . . .
POST /tools/texts/:text                       . . T M . . . .
POST /tools/texts/:text/restore               . . T M . . . .
GET /tools/prompts/:practice                  . . T M . . . .
POST /tools/prompts/:practice                 . . T M . . . .
GET /practice-report/:report                  N L T M . . . .
POST /practice-report/:report/stop            N L T M . . . .
GET /belonging/:site/reports                  N L T M . . . .
POST /belonging/:site/reports/recipients      . . T M . . . .
POST /belonging/:site/reports/recipients/:account/stop . . T M . . . .
POST /belonging/:site/reports/:report/again   . . T M . . . .
GET /agreements                               . . T M . . . .
GET /agreements/:organisation                 . . T M . . . .
POST /agreements/:organisation                . . T M . . . .
GET /agreements/:organisation/:agreement      . . T M . . . .
POST /agreements/:organisation/:agreement     . . T M . . . .
POST /agreements/:organisation/:agreement/end . . T M . . . .
POST /agreements/:organisation/:agreement/take-up . . T M . . . .
GET /calendar                                 . L T . . . . .
GET /calendar/hours                           . L T . . . . .
POST /calendar/hours/:worker                  . L T . . . . .
POST /calendar/hours/:worker/away             . L T . . . . .
POST /calendar/hours/:worker/extra            . L T . . . . .
POST /calendar/hours/:worker/days/:day/remove . L T . . . . .
POST /calendar/hours/:worker/:hours/end       . L T . . . . .
GET /calendar/rooms                           . . T . . . . .
POST /calendar/rooms                          . . T . . . . .
GET /calendar/rooms/:room                     . . T . . . . .
POST /calendar/rooms/:room                    . . T . . . . .
GET /calendar/figures                         . . T . . . . .
GET /calendar/feed                            . L T . . . . .
POST /calendar/feed                           . L T . . . . .
POST /calendar/feed/end                       . L T . . . . .
GET /people/:id/stories                       . L T . . . . .
POST /people/:id/stories                      . L T . . . . .
GET /people/:id/stories/:story                . L T . . . . .
POST /people/:id/stories/:story/told          . L T . . . . .
POST /people/:id/stories/:story/wording       . L T . . . . .
POST /people/:id/stories/:story/others        . L T . . . . .
GET /people/:id/stories/:story/read-out       . L T . . . . .
POST /people/:id/stories/:story/read-out      . L T . . . . .
GET /people/:id/stories/:story/take-back      . L T . . . . .
POST /people/:id/stories/:story/take-back     . L T . . . . .
POST /people/:id/stories/:story/send          . L T . . . . .
POST /people/:id/stories/:story/again         . L T . . . . .
POST /people/:id/stories/:story/here          . L T . . . . .
GET /stories/mine                             . L T . . . . .
POST /stories/mine                            . L T . . . . .
GET /stories/mine/:story                      . L T . . . . .
POST /stories/mine/:story/told                . L T . . . . .
POST /stories/mine/:story/wording             . L T . . . . .
POST /stories/mine/:story/others              . L T . . . . .
GET /stories/mine/:story/read-out             . L T . . . . .
POST /stories/mine/:story/read-out            . L T . . . . .
GET /stories/mine/:story/take-back            . L T . . . . .
POST /stories/mine/:story/take-back           . L T . . . . .
GET /stories                                  . . T M . . . .
GET /stories/recall                           . . T M . . . .
POST /stories/recall/:use                     . . T M . . . .
GET /stories/:story                           . . T M . . . .
POST /stories/:story/print                    . . T M . . . .
POST /stories/:story/decide                   . . T M . . . .
GET /requests                                 . . . . . C . .
GET /requests/:id                             . . . . . C . .
POST /requests/:id                            . . . . . C . .
GET /services                                 N L T M . C S A
POST /services                                N L T M . C S A
POST /services/gap                             . L T M . . . .
GET /feeds/csv                                . . T M . . . A
POST /feeds/csv                               . . T M . . . A
GET /feeds/csv/template.csv                   . . T M . . . A
GET /feeds/csv/:id                            . . T M . . . A
POST /feeds/csv/:id                           . . T M . . . A
POST /feeds/csv/:id/drop                      . . T M . . . A
GET /feeds/export                             . . T M . . . A
GET /feeds/export/services.csv                . . T M . . . A
GET /feeds/export/services.ndjson             . . T M . . . A
GET /services/new                             . . T M . . . A
POST /services/new                            . . T M . . . A
GET /services/:id                             N L T M . C S A
GET /services/:id/edit                        . . T M . . . A
POST /services/:id/edit                       . . T M . . . A
POST /services/:id/take-out                   . . T M . . . A
POST /services/:id/put-back                   . . T M . . . A
GET /organisations/new                        . . T M . . . A
POST /organisations/new                       . . T M . . . A
GET /organisations/:id/edit                   . . T M . . . A
POST /organisations/:id/edit                  . . T M . . . A
POST /organisations/:id/take-out              . . T M . . . A
POST /organisations/:id/put-back              . . T M . . . A
GET /places/:id/edit                          . . T M . . . A
POST /places/:id/edit                         . . T M . . . A
GET /services/:id/room                        . L T M . C . A
POST /services/:id/room                       . L T M . C . A
POST /services/:id/room/unknown               . L T M . C . A
POST /services/:id/pause                      . L T M . C . A
POST /services/:id/resume                     . L T M . C . A
GET /our-services                             . L T M . C . A
POST /our-services/pause                      . L T M . C . A
POST /our-services/resume                     . L T M . C . A
GET /shortlists                               N L T M . . S .
POST /shortlists                              N L T M . . S .
POST /shortlists/services                     N L T M . . S .
GET /shortlists/:id                           N L T M . . S .
POST /shortlists/:id                          N L T M . . S .
GET /shortlists/:id/print                     N L T M . . S .
POST /shortlists/:id/remove                   N L T M . . S .
POST /shortlists/:id/restore                  N L T M . . S .
POST /shortlists/:id/links                    N L T M . . S .
POST /shortlists/:id/links/end                N L T M . . S .
POST /shortlists/:id/mail                     N L T M . . S .
POST /shortlists/:id/services/:service/note   N L T M . . S .
POST /shortlists/:id/services/:service/move   N L T M . . S .
POST /shortlists/:id/services/:service/remove N L T M . . S .
POST /shortlists/:id/services/:service/restore N L T M . . S .
GET /services/organisations/:id               N L T M . C S A
GET /services/:id/suggest                     N L T M . C S A
POST /services/:id/suggest                    N L T M . C S A
POST /services/:id/still-right                . L T M . C . A
GET /services/:id/versions                    . L T M . C . A
POST /services/:id/versions/:version/restore  . . T M . . . A
GET /organisations/:id/versions               . L T M . C . A
POST /organisations/:id/versions/:version/restore . . T M . . . A
GET /locations/:id/versions                   . L T M . C . A
POST /locations/:id/versions/:version/restore . . T M . . . A
GET /directory-work                           . . T M . . . A
POST /directory-work/ask                      . . T M . . . A
GET /suggestions                              . . T M . . . A
GET /suggestions/:id                          . . T M . . . A
POST /suggestions/:id/take                    . . T M . . . A
POST /suggestions/:id/accept                  . . T M . . . A
POST /suggestions/:id/decline                 . . T M . . . A
POST /suggestions/:id/same                    . . T M . . . A
POST /suggestions/:id/reopen                  . . T M . . . A
GET /in-danger                                N L T M . C S A
GET /people/:id/safety                        . L T . . . . .
POST /people/:id/safety/no-known-risks        . L T . . . . .
GET /people/:id/safety/risks/new              . L T . . . . .
POST /people/:id/safety/risks/new             . L T . . . . .
GET /people/:id/safety/risks/:risk            . L T . . . . .
POST /people/:id/safety/risks/:risk           . L T . . . . .
POST /people/:id/safety/risks/:risk/end       . L T . . . . .
GET /people/:id/restricted                    . L T . . . . .
POST /people/:id/restricted/open              . L T . . . . .
GET /people/:id/restricted/new                . L T . . . . .
POST /people/:id/restricted/new               . L T . . . . .
GET /people/:id/restricted/:fact              . L T . . . . .
POST /people/:id/restricted/:fact             . L T . . . . .
GET /people/:id/in-danger                     . L T . . . . .
POST /people/:id/in-danger                    . L T . . . . .
GET /people/:id/in-danger/:raised             . L T . . . . .
POST /people/:id/in-danger/:raised            . L T . . . . .
GET /feeds                                    . . T M . . . A
GET /feeds/new                                . . T M . . . A
POST /feeds/new                               . . T M . . . A
GET /feeds/readings/:run                      . . T M . . . A
GET /feeds/readings/:run/left-out.csv         . . T M . . . A
GET /feeds/:id                                . . T M . . . A
GET /feeds/:id/change                         . . T M . . . A
POST /feeds/:id/change                        . . T M . . . A
POST /feeds/:id/read                          . . T M . . . A
GET /changes/:id                              . . T M . . . A
POST /changes/:id/choose                      . . T M . . . A
POST /changes/:id/apply                       . . T M . . . A
POST /changes/:id/drop                        . . T M . . . A
POST /changes/:id/undo                        . . T M . . . A
GET /matches                                  . . T M . . . A
GET /matches/:id                              . . T M . . . A
POST /matches/:id                             . . T M . . . A
GET /differences                              . . T M . . . A
GET /differences/:kind/:id                    . . T M . . . A
POST /differences/:kind/:id                   . . T M . . . A
GET /gaps                                     . L T M E . S .
POST /gaps                                    . L T M . . . .
GET /gaps/:id                                 . L T M . . . .
POST /gaps/:id                                . L T M . . . .
POST /gaps/:id/remove                         . L T M . . . .
GET /needs-profile                            . L T M E . S .
POST /needs-profile/counting                  . . T M . . . .
GET /needs-profile/:place                     . L T M E . S .
GET /needs-profile/:place/print               . L T M E . S .
GET /needs-profile/:place/table.csv           . L T M E . S .
GET /needs-profile/:place/needs/:need         . L T M E . S .
POST /needs-profile/:place/needs/:need        . . T M . . S .
GET /needs-priorities                         . L T M E . S .
POST /needs-priorities/vote                   . . T M . . . .
POST /needs-priorities/:id                    . . T M . . S .
POST /needs-priorities/:id/remove             . . T M . . S .
POST /needs-priorities/:id/put-back           . . T M . . S .
POST /needs-priorities/:id/steps              . . T M . . . .
GET /areas                                    . . . M . . . A
POST /areas                                   . . . M . . . A
GET /areas/files/:id                          . . . M . . . A
POST /areas/files/:id                         . . . M . . . A
POST /areas/files/:id/drop                    . . . M . . . A
POST /areas/loads/:id/undo                    . . . M . . . A
POST /areas/loads/:id/redo                    . . . M . . . A
GET /areas/places/new                         . . . M . . . A
POST /areas/places/new                        . . . M . . . A
GET /areas/places/:id                         . . . M . . . A
POST /areas/places/:id                        . . . M . . . A
GET /taxonomies                               . . T M . . . A
GET /taxonomies/import                        . . T M . . . A
POST /taxonomies/import                       . . T M . . . A
GET /taxonomies/:id                           . . T M . . . A
POST /taxonomies/:id/search                   . . T M . . . A
POST /taxonomies/:id/accept                   . . T M . . . A
POST /taxonomies/:id/changes/:change/undo     . . T M . . . A
GET /taxonomies/:id/words/:term               . . T M . . . A
POST /taxonomies/:id/words/:term              . . T M . . . A
GET /messages                                 . . . M . . . A
POST /messages/:id/retry                      . . . M . . . A
GET /accounts                                 . . . . . . . A
GET /accounts/new                             . . . . . . . A
POST /accounts/new                            . . . . . . . A
GET /accounts/:id                             . . . . . . . A
POST /accounts/:id                            . . . . . . . A
POST /accounts/:id/disable                    . . . . . . . A
POST /accounts/:id/enable                     . . . . . . . A
POST /accounts/:id/link                       . . . . . . . A
GET /practices                                . . . . . . . A
GET /practices/new                            . . . . . . . A
POST /practices/new                           . . . . . . . A
GET /practices/teams/new                      . . . . . . . A
POST /practices/teams/new                     . . . . . . . A
GET /practices/teams/:id                      . . . . . . . A
POST /practices/teams/:id                     . . . . . . . A
GET /practices/:id                            . . . . . . . A
POST /practices/:id                           . . . . . . . A
GET /people/:id/measures                      . L T . . . . .
GET /people/:id/measures/print                . L T . . . . .
GET /people/:id/measures/results/:measure     . L T . . . . .
POST /people/:id/measures/results/:measure/strike . L T . . . . .
POST /people/:id/measures/sent/:measure/again . L T . . . . .
POST /people/:id/measures/sent/:measure/withdraw . L T . . . . .
GET /people/:id/measures/ask/:instrument      . L T . . . . .
POST /people/:id/measures/ask/:instrument     . L T . . . . .
GET /people/:id/measures/ask/:instrument/paper . L T . . . . .
POST /people/:id/measures/ask/:instrument/no  . L T . . . . .
POST /people/:id/measures/ask/:instrument/send . L T . . . . .
GET /instruments                              . . . . . . . A
GET /instruments/schedule                     . . . . . . . A
POST /instruments/schedule                    . . . . . . . A
GET /instruments/import                       . . . . . . . A
POST /instruments/import                      . . . . . . . A
GET /instruments/:id                          . . . . . . . A
GET /instruments/:id/definition.json          . . . . . . . A
POST /instruments/:id/use                     . . . . . . . A
POST /instruments/:id/licence                 . . . . . . . A
POST /instruments/:id/licence/withdraw        . . . . . . . A
GET /belonging                                N L T M E . S .
GET /belonging/method                         N L T M E . S .
GET /belonging/rules                          N L T M E . S .
POST /belonging/rules                         . . T M . . . .
GET /belonging/:site                          N L T M E . S .
GET /belonging/:site/evidence/:indicator      N L T M E . S .
POST /belonging/:site/evidence/:indicator/fact . . T M . . . .
POST /belonging/:site/evidence/:indicator/actions . . T M . . . .
POST /belonging/:site/actions/:action/review  . . T M . . . .
POST /belonging/:site/actions/:action/stop    . . T M . . . .
GET /belonging/:site/rounds                   N L T M E . S .
GET /belonging/:site/rounds/new               . . T M . . . .
POST /belonging/:site/rounds/new              . . T M . . . .
GET /belonging/:site/rounds/:round            N L T M E . S .
GET /belonging/:site/rounds/:round/print      N L T M E . S .
GET /belonging/:site/rounds/:round/change     . . T M . . . .
POST /belonging/:site/rounds/:round/change    . . T M . . . .
POST /belonging/:site/rounds/:round/invite    . . T M . . . .
POST /belonging/:site/rounds/:round/uninvite  . . T M . . . .
POST /belonging/:site/rounds/:round/codes     . . T M . . . .
POST /belonging/:site/rounds/:round/open      . . T M . . . .
POST /belonging/:site/rounds/:round/remind    . . T M . . . .
POST /belonging/:site/rounds/:round/close     . . T M . . . .
POST /belonging/:site/rounds/:round/call-off  . . T M . . . .
POST /belonging/:site/rounds/:round/wording   . . T M . . . .
GET /ideas                                    . L T M . . S .
GET /ideas/new                                . L T M . . S .
POST /ideas/new                               . L T M . . S .
GET /ideas/form                               . L T M . . S .
GET /ideas/:idea                              . L T M . . S .
POST /ideas/:idea                             . . T M . . . .
POST /ideas/:idea/publish                     . . T M . . . .
GET /steering                                 . . T M . . S .
GET /steering/group                           . . T M . . S .
POST /steering/group                          . . T M . . . .
GET /steering/group/:member                   . . T M . . . .
POST /steering/group/:member                  . . T M . . . .
GET /steering/actions/:action                 . . T M . . S .
POST /steering/actions/:action                . . T M . . S .
GET /steering/ballots                         . . T M . . S .
POST /steering/ballots                        . . T M . . . .
GET /steering/ballots/:ballot                 . . T M . . S .
POST /steering/ballots/:ballot                . . T M . . S .
POST /steering/ballots/:ballot/close          . . T M . . . .
GET /steering/meetings/new                    . . T M . . . .
POST /steering/meetings/new                   . . T M . . . .
GET /steering/meetings/:meeting               . . T M . . S .
GET /steering/meetings/:meeting/minutes       . . T M . . S .
GET /steering/meetings/:meeting/papers/:paper . . T M . . S .
POST /steering/meetings/:meeting/papers       . . T M . . . .
GET /steering/meetings/:meeting/change        . . T M . . . .
POST /steering/meetings/:meeting/change       . . T M . . . .
GET /steering/meetings/:meeting/held          . . T M . . . .
POST /steering/meetings/:meeting/held         . . T M . . . .
GET /steering/meetings/:meeting/decide        . . T M . . . .
POST /steering/meetings/:meeting/decide       . . T M . . . .
GET /steering/meetings/:meeting/agree         . . T M . . . .
POST /steering/meetings/:meeting/agree        . . T M . . . .
GET /criteria                                 N L T M . C S A
GET /criteria/new                             . . T M . . . .
POST /criteria/new                            . . T M . . . .
GET /criteria/proposals/:proposal             . L T M . . S .
POST /criteria/proposals/:proposal            . L T M . . S .
POST /criteria/proposals/:proposal/take-back  . L T M . . S .
GET /criteria/:document                       N L T M . C S A
POST /criteria/:document/end                  . . T M . . . .
GET /criteria/:document/propose               . L T M . . S .
POST /criteria/:document/propose              . L T M . . S .
GET /settings                                 . . . . . . . A
POST /settings                                . . . . . . . A
`;

/** What anybody may read of a directory, at an address of its own and under a programme's name. */
const lists = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];
const standardDoors = (at: string) => [
  `GET ${at}`,
  `GET ${at}/openapi.json`,
  ...lists.flatMap((list) => [`GET ${at}/${list}`, `POST ${at}/${list}`, `GET ${at}/${list}/:id`]),
];
const ownDoors = ['openapi.json', 'v1', 'v1/services/search', 'v1/services/:id', 'v1/organisations/:id', 'v1/needs'];
const fhirDoors = [
  'GET metadata',
  'GET HealthcareService',
  'POST HealthcareService/_search',
  'GET HealthcareService/:id',
  'GET Organization/:id',
  'GET Location/:id',
];
const apis = ['', '/directory/:slug'].flatMap((of) => [
  ...[`${of}/hsds/v3`, `${of}/oruk/v3`].flatMap(standardDoors),
  ...ownDoors.map((door) => `GET ${of}/api/${door}`),
  `POST ${of}/api/v1/services/search`,
  ...fhirDoors.map((door) => door.replace(' ', ` ${of}/fhir/`)),
]);

/** Open to everybody: their own tests say what they let through. */
const open = [
  ...apis,
  'GET /health',
  'GET /',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /forgotten',
  'POST /forgotten',
  'GET /welcome/:token',
  'POST /welcome/:token',
  'GET /setup/:token',
  'POST /setup/:token',
  'GET /ask/:slug',
  'POST /ask/:slug',
  'GET /ask/:slug/sent',
  'GET /reply/:token',
  'POST /reply/:token',
  'POST /reply/:token/new',
  'GET /appointment/:token',
  'POST /appointment/:token/coming',
  'POST /appointment/:token/cancel',
  'POST /appointment/:token/choose',
  'POST /appointment/:token/ask',
  'GET /appointment/:token/appointment.ics',
  'GET /calendar/feed/:token{[\\w-]+\\.ics}',
  'GET /list/:token',
  'GET /round',
  'POST /round',
  'GET /round/:token',
  'POST /round/:token',
  'GET /answer/:token',
  'GET /answer/:token/all',
  'POST /answer/:token/all',
  'GET /answer/:token/check',
  'POST /answer/:token/check',
  'GET /answer/:token/no',
  'POST /answer/:token/no',
  'GET /answer/:token/ring',
  'GET /answer/:token/:place',
  'POST /answer/:token/:place',
  'GET /my-plan/:token',
  'GET /my-story/:token',
  'POST /my-story/:token/keep',
  'POST /my-story/:token/tell',
  'POST /my-story/:token/yes',
  'POST /my-story/:token/not-right',
  'GET /my-story/:token/take-back',
  'POST /my-story/:token/take-back',
  'GET /stop/:token',
  'POST /stop/:token',
  'GET /directory',
  'GET /directory/sitemap.xml',
  'GET /directory/:slug',
  'GET /directory/:slug/services',
  'POST /directory/:slug/services',
  'POST /directory/:slug/gaps',
  'GET /directory/:slug/services/:id',
  'GET /directory/:slug/needs/:need',
  'GET /directory/:slug/organisations/:id',
  'GET /directory/:slug/sitemap.xml',
  'GET /robots.txt',
  'GET /directory/:slug/services/:id/suggest',
  'POST /directory/:slug/services/:id/suggest',
  'GET /directory/:slug/services/:id/suggest/sent',
  'GET /still-right/:token',
  'POST /still-right/:token/right',
  'GET /still-right/:token/services/:id',
  'POST /still-right/:token/services/:id',
  'POST /still-right/:token/services/:id/ended',
  'POST /still-right/:token/services/:id/undo',
  'POST /still-right/:token/services/:id/room',
  'POST /still-right/:token/new',
  'GET /together',
  'GET /together/:slug',
  'GET /together/:slug/criteria',
  'GET /together/:slug/suggest',
  'POST /together/:slug/suggest',
  'GET /idea/:token',
  'POST /idea/:token/take-back',
  'GET /about',
  'GET /accessibility',
  'GET /privacy',
  'GET /theme/:colour{[0-9a-f]{6}\\.css}',
];

const letters: Record<string, Somebody> = {
  N: 'nurse',
  L: 'linkWorker',
  T: 'lead',
  M: 'manager',
  E: 'evaluator',
  C: 'community',
  S: 'steering',
  A: 'admin',
};
const table = doors
  .trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', ...marks] = line.split(/\s+/);
    return { door: `${method} ${path}`, method, path, marks };
  });

let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
const visitors = new Map<string, Awaited<ReturnType<typeof web.signedIn>>>();

beforeAll(async () => {
  const db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  for (const [letter, who] of Object.entries(letters)) visitors.set(letter, await web.signedIn(programme.as(who)));
});

/** Whether a guard that stands at this pattern stands before this address. */
const covers = (pattern: string, at: string): boolean =>
  new RegExp(`^${pattern.replace(/\/\*$/, '(?:/.*)?').replaceAll(/:\w+/g, '[^/]+')}$`).test(at);

const somebody = {
  givenName: 'Moira',
  familyName: 'Kerr',
  'dateOfBirth-day': '14',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1964',
  needs: 'loneliness',
  consent: 'yes',
};

const pathOf = (path: string) => path.replaceAll(/:\w+/g, () => randomUUID());

describe('the doors', () => {
  it('are all in this table, so that a new one cannot be forgotten', () => {
    const known = new Set([...table.map(({ door }) => door), ...open]);
    const there = new Set(web.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`));
    expect([...there].filter((door) => !known.has(door))).toEqual([]);
    expect([...known].filter((door) => !there.has(door))).toEqual([]);
  });

  it.each(table)('$door asks for a role that lets through whom it should', ({ method, path, marks }) => {
    const at = pathOf(path);
    const itself = web.app.routes.findLastIndex((route) => route.method === method && route.path === path);
    const before = web.app.routes.slice(0, itself + 1).filter((route) => ['ALL', method].includes(route.method) && covers(route.path, at));
    const actions = before.map(({ handler }) => (handler as { action?: Action }).action).filter((action) => action !== undefined);
    expect(actions.length).toBeGreaterThan(0);
    const through = Object.entries(letters).map(([letter, who]) =>
      actions.every((action) => mayAtAll(programme.as(who), action)) ? letter : '.',
    );
    expect(through.join(' ')).toBe(marks.join(' '));
  });

  it.each(table)('$door turns the others away, and breaks for nobody', async ({ method, path, marks }) => {
    const at = pathOf(path);
    for (const [index, letter] of Object.keys(letters).entries()) {
      const visitor = visitors.get(letter)!;
      const { status } = method === 'GET' ? await visitor.get(at) : await visitor.post(at);
      const away = path.includes(':') ? 404 : 403;
      if (marks[index] === '.') expect(status, letter).toBe(away);
      else expect([200, 303, 404, 409, 422], `${letter} gets ${status}`).toContain(status);
    }
  });

  it('say the same of a thing that is somebody else’s as of one that there is not', async () => {
    const nurse = visitors.get('N')!;
    await nurse.post('/refer', { ...somebody });
    const real = /href="(\/referrals\/[0-9a-f-]{36})"/.exec(await (await nurse.get('/referrals')).text())![1]!;
    const bare = (page: string) => page.replaceAll(/[0-9a-f-]{36}/g, 'id');
    for (const letter of ['E', 'C', 'L']) {
      const visitor = visitors.get(letter)!;
      const [theirs, none] = [await visitor.get(real), await visitor.get(`/referrals/${randomUUID()}`)];
      expect([theirs.status, none.status]).toEqual([404, 404]);
      expect(bare(await theirs.text())).toBe(bare(await none.text()));
    }
  });

  it.each(table)('$door sends somebody who has not signed in to do so', async ({ method, path }) => {
    const answer = method === 'GET' ? await web.nobody.get(pathOf(path)) : await web.nobody.post(pathOf(path));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it.each(table.filter(({ method }) => method === 'POST'))('$door takes nothing from another site', async ({ path }) => {
    const answer = await visitors
      .get('T')!
      .request('POST', pathOf(path), 'a=b', { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(403);
  });
});
