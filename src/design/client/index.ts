import { sendSoonAfterChange } from './auto-submit.ts';
import { countCharacters } from './character-count.ts';
import { sendOnce } from './send-once.ts';
import { closeMenus } from './menu.ts';
import { clearWhenExclusive } from './exclusive.ts';
import { showPasswords } from './password.ts';
import { focusProblems } from './problems.ts';
import { definePrintButton } from './print-button.ts';
import { defineQuickExit } from './quick-exit.ts';

sendSoonAfterChange();
defineQuickExit();
definePrintButton();
countCharacters();
showPasswords();
sendOnce();
clearWhenExclusive();
closeMenus();
focusProblems();
