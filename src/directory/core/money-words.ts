import { idea } from './idea.ts';

/** Money, food and warmth. */
export const moneyWords = {
  money: idea('money, bills, income, afford, advice bureau', {
    said: `
      cant pay, cannot pay, cant afford, skint, broke, poor, poverty, budgeting, budget, cost of living, hard up, ends meet, struggling
      financially, financial, finances, no money, run out of money, money worries, money problems, money advice, short of money, pay the
      bills, nae siller, siller, bawbee, pennies, pay day, payday, counting pennies, cant make ends meet, cannot make ends meet, no cash,
      cash, hard times, hardship, hardship fund, crisis grant, community care grant, scottish welfare fund, swf, grant, grants, behind
      with bills, behind on bills, unpaid bills, struggling with money, struggling with bills, struggling to pay, money troubles, money is
      tight, money tight, low income, on a low income, income maximisation, maximise income, financial help, financial advice, financial
      inclusion, managing money, manage money, manage my money, heating or eating, expensive, prices, price of everything, funeral costs`,
    needs: ['money'],
    broad: true,
  }),
  debt: idea('debt, debts, owe, arrears, loans, bailiffs, letters unopened, advice bureau', {
    said: `
      owing, owes, bailiff, sheriff officers, sheriff officer, loan shark, loan sharks, doorstep lender, credit card, credit cards,
      catalogues, payday loan, payday loans, bankruptcy, bankrupt, trust deed, final demand, red letters, final demands, unopened letters,
      council tax, debt collectors, in debt, iva, stepchange, step change, open the post, open my post, unopened post, brown envelopes,
      envelopes, afraid of letters, afraid of the post, in the red, overdrawn, overdraft, owe money, owes money, money owed, behind with
      the rent, behind with payments, missed payments, court letter, court letters, summons, summary warrant, letters from the bank,
      threatening letters, letters piling up, letters i dont open, unopened mail, creditors, lenders, provvy, provident, brighthouse,
      klarna, buy now pay later, borrowed from, money lender, moneylender, wonga, debt arrangement scheme, das, sequestration, minimal
      asset, attachment, rent arrears`,
    needs: ['money'],
    broad: true,
  }),
  benefits: idea('benefits, entitled, entitlement, universal credit, pip, welfare rights, advice bureau', {
    said: `
      esa, uc, dla, adp, adult disability payment, personal independence payment, attendance allowance, carers allowance, carer support
      payment, pension credit, pension, housing benefit, dwp, sanction, sanctioned, entitlements, claim, claiming, blue badge, social
      security, scottish child payment, benefit check, sick pay, ssp, dole, broo, buroo, on the broo, on the social, social fund, dss,
      benefit advice, benefits advice, benefit entitlement, benefit entitlements, benefit application, benefit appeal, benefits appeal,
      new style esa, jsa, jobseekers, state pension, winter fuel payment, winter fuel, child benefit, tax credits, best start, funeral
      support payment, carers payment, young carer grant, child disability payment, pip form, pip assessment, pip review, pip appeal,
      migrated to universal credit, universal credit claim, council tax reduction, severe disability premium, social security scotland,
      disability benefit, disability benefits, sickness benefit, disability payment, health assessment, work capability, money im entitled
      to, what am i entitled to, what can i claim, am i entitled, better off calculation, bedroom tax, discretionary housing payment, dhp`,
    needs: ['money'],
    broad: true,
  }),
  forms: idea('forms, form', {
    said: `
      fill in forms, filling in forms, form filling, paperwork, fill in a form, help with forms, fill in, filling forms, filling in a
      form, application forms, form filled, official letters, understand letters, understand a letter, letter i dont understand, help with
      letters, help with a letter`,
  }),
  adviceBureau: idea('advice bureau, citizens advice', {
    said: `
      cab, citizens advice bureau, cas, rights advice, advice centre, advice agency, citizens rights, money advice centre, general advice,
      independent advice, know my rights, welfare rights officer`,
    needs: ['money', 'legal'],
  }),
  appeal: idea('tribunal, appeal, appeals', {
    said: `
      mandatory reconsideration, turned down, refused, knocked back, knock back, benefits stopped, stopped my benefits, hearing,
      appealing, appeal hearing, appeal a decision, appealing a decision, reconsideration, decision letter, turned me down, been turned
      down, lost my pip, lost his pip, lost her pip, zero points, benefits have stopped, benefit stopped, benefits been stopped, somebody
      to come with me, someone to come with me, go with me, represent me, representation, tribunals`,
    needs: ['legal', 'money'],
    broad: true,
  }),
  saving: idea('credit union, save, savings, borrow, loans, bank', {
    said: `
      bank account, borrowing, saving, a small loan, fair loan, affordable credit, christmas club, put money by, save up, put by, saving
      up, no bank account, open a bank account, basic bank account, bank wont, low cost loan, cheap loan, ethical loan, christmas, savings
      club`,
    needs: ['money'],
  }),
  foodBank: idea('food bank, days of food, groceries, pantry, larder, food', {
    said: `
      foodbank, food parcel, food parcels, hungry, no food, nothing to eat, starving, cupboards, food poverty, cheap food, cheap shopping,
      community fridge, feed the kids, feed my children, feed my family, trussell, trussell trust, hungert, scran, foodbanks, free food,
      food voucher, food vouchers, emergency food, food help, food aid, no money for food, cannot afford food, cant afford food, cant
      afford to eat, cannot afford to eat, nothing in the fridge, fridge is empty, empty fridge, empty cupboard, bare cupboards, cupboard
      is bare, no shopping in, skipping meals, going without food, going without, going hungry, not eaten, nothing to feed, tins,
      community larder, community pantry, food share, food pantry, social supermarket, surplus food, low cost food, tea for the kids`,
    needs: ['food'],
    broad: true,
  }),
  mealsDelivered: idea('hot dinners, delivered, bags to the door', {
    said: `
      meals on wheels, hot meals delivered, meals delivered, food delivered, delivery, not eating, doesnt cook, cant cook for himself,
      frozen meals, ready meals, dinners delivered, lunch delivered, delivered meals, bring meals, brings meals, food brought, shopping
      delivered, not cooking, cannot cook for herself, cannot cook for himself, lives on toast, only eats toast, not eating properly, not
      eating well, doesnt eat`,
    needs: ['food'],
    attendance: ['home-visit'],
  }),
  cooking: idea('cook, cooking, cooked, recipes', {
    said: `
      learn to cook, cookery, cant boil an egg, cant cook, cooking class, cooking on a budget, learning to cook, cookery class, cookery
      classes, cooking classes, cooking lessons, kitchen skills, never learned to cook, cannot cook, make a meal, make dinner, make soup,
      cook for one, batch cooking`,
    needs: ['food'],
    broad: true,
  }),
  heating: idea('heating, fuel, energy, warm, meter, draughts, damp, tariffs, prepayment, insulation, firewood, logs, bills', {
    said: `
      heat, cold house, house is cold, freezing, baltic, cold, fuel poverty, gas, electric, electricity, top up, topping up, boiler, oil,
      coal, keep warm, cant heat, warm home, energy bill, energy bills, heating bill, heating bills, supplier, no hot water, smart meter,
      cauld, cauld hoose, nithered, frozen, house is freezing, freezing house, warmth, keep the house warm, heat the house, heat my home,
      heat my house, heating broken, no heating, boiler broken, boilers, broken boiler, radiators, storage heaters, electricity bill,
      electric bill, gas bills, electric bills, fuel bill, fuel bills, price cap, switch supplier, energy supplier, energy prices, energy
      advice, energy efficiency, home energy scotland, warm home discount, warmer homes, loft insulation, cavity wall, double glazing,
      draughty, draught, heating oil, oil tank, kerosene, lpg, electric meter, gas meter, key meter, pay as you go meter, prepay,
      condensation, mouldy, foosty, dampness`,
    needs: ['energy'],
    broad: true,
  }),
  topUp: idea('top up, prepayment, voucher, meter', {
    said: `
      meter run out, run out of electric, run out of gas, emergency credit, no electric, no gas, fuel voucher, meter about to run out,
      meter is empty, meter key, top up the meter, top up meter, put money in the meter, meter running out, no credit on the meter, lights
      have gone off, electric has gone off, gas has run out, electricity cut off, cut off`,
    needs: ['energy', 'money'],
    broad: true,
  }),
  wood: idea('firewood, logs, wood', {
    said: `
      log burner, stove, wood burner, coal fire, woodburner, open fire, logs for the fire, lum, chimney, coal, kindling, peat, solid fuel`,
    needs: ['energy'],
  }),
  warmSpace: idea('warm room, warm', {
    said: `
      warm space, warm bank, somewhere warm, place to keep warm, warm place, warm hub, somewhere warm to sit, warm to sit, warm hubs, warm
      spaces, warm welcome, keep warm during the day, sit in the warm, get warm, warm up, somewhere to charge a phone`,
    needs: ['energy', 'loneliness'],
  }),
} as const;
