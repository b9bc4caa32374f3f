/**
 * Every item of the PRSB / NHS England Social Prescribing Information Standard v1.1, in its order, with how many there may be and whether it
 * is mandatory (M), required when known (R) or optional (O). Contains public sector information licensed under the Open Government Licence
 * v3.0 (owner: NHS England; https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). Names of items only.
 */
const model = `
# Person demographics
Person name > Person first name | 1..* M
Person name > Person family name | 1..* M
Person name > Person preferred name | 0..1 R
Person name > Title | 0..1 R
Person name > Person name suffix | 1..* R
Person name > Person full name | 0..1 R
Date of birth | 1..1 M
Location of Birth > Coded value | 0..1 R
Location of Birth > Free text | 0..1 R
Pronoun | 0..1 O
Gender | 0..1 R
Person alias | 0..1 R
Ethnicity | 0..1 R
Religion | 0..1 R
Sex | 0..1 R
Carer Status | 0..1 O
NHS number | 0..1 R
NHS number status indicator | 0..1 R
Other identifier | 0..* R
Person's address > Address line 1 | 0..1 R
Person's address > Address line 2 | 0..1 R
Person's address > Address line 3 | 0..1 R
Person's address > Address line 4 | 0..1 R
Person's address > Address line 5 | 0..1 R
Person's address > Postcode | 0..1 R
Person's address > Address type | 0..1 R
Person's contact details > Preferred contact method | 0..1 R
Person's contact details > Person's telephone number details > Person's telephone number | 0..1 R
Person's contact details > Person's telephone number details > Person's telephone number type | 0..1 R
Person's contact details > Person's telephone number details > Preference of telephone number | 0..1 R
Person's contact details > Person's email address details > Person's email address | 0..1 R
Person's contact details > Person's email address details > Person's email address type | 0..1 R
Person's contact details > Person's email address details > Preference of email address | 0..1 R
Person's contact details > Other contact information | 0..1 R
Photograph | 0..1 R
Place of birth | 0..1 R
Marital status | 0..1 O
Immigration status > Immigration status | 0..1 R
Immigration status > Start date | 0..1 R
Immigration status > End date | 0..1 R
Immigration status > Comment | 0..1 R
Sexual Orientation | 0..1 O
Organ and tissue donation | 0..1 R
Overseas visitor status | 0..1 R
Relevant contacts | 0..1 R
Educational establishment | 0..1 R
# GP practice
GP practice record entry > GP name | 0..1 R
GP practice record entry > GP practice details | 0..1 R
GP practice record entry > GP practice identifier | 1..1 M
GP practice record entry > GP opt out indicator | 0..1 O
# About me
What is most important to me > What is most important to me | 0..1 R
People who are important to me > People who are important to me | 0..1 R
How I communicate and how to communicate with me > How I communicate and how to communicate with me | 0..1 R
My wellness > My wellness | 0..1 R
Please do and please don't > Please do and please don't | 0..1 R
How and when to support me > How and when to support me | 0..1 R
Also worth knowing about me > Also worth knowing about me | 0..1 R
Supported to write this by | 0..1 R
Location to multimedia file | 0..1 R
# Individual requirements
Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment flag | 0..1 R
Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment > Coded value | 0..1 R
Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment > Free text | 0..1 R
Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment additional detail | 0..1 R
Impairment > Impairment record entry > Impairment category > Coded value | 0..1 R
Impairment > Impairment record entry > Impairment category > Free text | 0..1 R
Impairment > Impairment record entry > Impairment additional detail | 0..1 R
Mobility > Mobility needs > Coded value | 0..1 R
Mobility > Mobility needs > Free text | 0..1 R
Other individual requirements > Other individual requirement | 0..1 R
# Safeguarding
Safeguarding concerns > Safeguarding indicator | 0..1 R
Safeguarding concerns > Safeguarding concerns date | 0..1 R
Safeguarding concerns > Safeguarding concerns end date | 0..1 R
Safeguarding concerns > Safeguarding concerns > Coded value | 0..1 R
Safeguarding concerns > Safeguarding concerns > Free text | 0..1 R
Safeguarding concerns > Comment | 0..1 R
Looked after child > Looked after child start date | 0..1 R
Looked after child > Looked after child end date | 0..1 R
Looked after child > Local authority > Coded value | 0..1 R
Looked after child > Local authority > Free text | 0..1 R
Unborn child protection plan > Unborn child protection plan start date | 0..1 R
Unborn child protection plan > Unborn child protection plan end date | 0..1 R
Unborn child protection plan > Local authority > Coded value | 0..1 R
Unborn child protection plan > Local authority > Free text | 0..1 R
# Consent
Consent for information sharing | 0..1 R
# Referral details
Referral details record entry > Date | 0..1 R
Referral details record entry > Referrer details > Name | 1..1 M
Referral details record entry > Referrer details > Role | 0..1 R
Referral details record entry > Referrer details > Grade | 0..1 R
Referral details record entry > Referrer details > Team | 0..1 R
Referral details record entry > Referrer details > Specialty | 0..1 R
Referral details record entry > Referrer details > Service > Coded value | 0..1 R
Referral details record entry > Referrer details > Service > Free text | 0..1 R
Referral details record entry > Referrer details > Organisation > Coded value | 0..1 R
Referral details record entry > Referrer details > Organisation > Free text | 0..1 R
Referral details record entry > Referrer details > Contact details | 1..1 M
Referral details record entry > Referral method | 0..1 R
Referral details record entry > Reason for referral > Free text | 0..1 R
Referral details record entry > Referral to > Name | 0..1 R
Referral details record entry > Referral to > Role | 0..1 R
Referral details record entry > Referral to > Grade | 0..1 R
Referral details record entry > Referral to > Team | 0..1 R
Referral details record entry > Referral to > Specialty | 0..1 R
Referral details record entry > Referral to > Service > Coded value | 0..1 R
Referral details record entry > Referral to > Service > Free text | 0..1 R
Referral details record entry > Referral to > Organisation > Coded value | 0..1 R
Referral details record entry > Referral to > Organisation > Free text | 0..1 R
Referral details record entry > Referral to > Contact details | 0..1 R
Referral details record entry > Return response to | 0..1 R
# Contacts with professionals
Contacts with professionals record entry > Date and time of contact | 0..1 R
Contacts with professionals record entry > Location of contact > Coded value | 0..1 R
Contacts with professionals record entry > Location of contact > Free text | 0..1 R
Contacts with professionals record entry > Seen by > Name | 0..1 R
Contacts with professionals record entry > Seen by > Role | 0..1 R
Contacts with professionals record entry > Responsible professional > Name | 0..1 R
Contacts with professionals record entry > Responsible professional > Role | 0..1 R
Contacts with professionals record entry > Location type | 0..1 R
Contacts with professionals record entry > Contact type | 0..1 R
Contacts with professionals record entry > Consultation method | 0..1 R
Contacts with professionals record entry > Specialty | 0..1 R
Contacts with professionals record entry > Service | 0..1 R
Contacts with professionals record entry > Professionals present > Name | 0..1 R
Contacts with professionals record entry > Professionals present > Role | 0..1 R
Contacts with professionals record entry > Outcome of contact | 0..1 R
# Presenting complaints or issues
Presenting complaint or issue > Coded value | 0..1 R
Presenting complaint or issue > Free text | 0..1 R
Person reported complaints or issues | 0..* R
# Problem list
Problem list record entry > Problem > Coded value | 0..1 R
Problem list record entry > Problem > Free text | 0..1 R
Problem list record entry > Onset date | 0..1 R
Problem list record entry > End Date | 0..1 R
Problem list record entry > Stage of disease | 0..1 R
Problem list record entry > Comment | 0..* R
# Clinical Summary
Clinical summary | 0..1 R
# Social context
Household composition > Household composition > Coded value | 0..1 R
Household composition > Household composition > Free text | 0..1 R
Occupational history > Occupational history > Coded value | 0..1 R
Occupational history > Occupational history > Free text | 0..1 R
Educational history > Educational history | 0..1 R
Lifestyle choices > Lifestyle choices | 0..1 R
Smoking status > Smoking status > Coded value | 0..1 R
Smoking status > Smoking status > Free text | 0..1 R
Smoking status > Smoking status - details | 0..1 R
Smoking status > Date stopped smoking > Coded value | 0..1 R
Smoking status > Date stopped smoking > Date | 0..1 R
Alcohol intake > Alcohol intake > Coded value | 0..1 R
Alcohol intake > Alcohol intake > Free text | 0..1 R
Drug/substance use > Drug/substance use > Coded value | 0..1 R
Drug/substance use > Drug/substance use > Free text | 0..1 R
Social circumstances > Social circumstances | 0..1 R
Access > Access | 0..1 R
Dependants > Dependants | 0..1 R
Accommodation status > Accommodation status > Coded value | 0..1 R
Accommodation status > Accommodation status > Free text | 0..1 R
Household environment > Household environment | 0..1 R
# Services and care
Services and care record entry > Social care package name | 0..1 R
Services and care record entry > Social care package type | 0..1 R
Services and care record entry > Service start date | 0..1 R
Services and care record entry > Service end date | 0..1 R
Services and care record entry > Local authority > Coded value | 0..1 R
Services and care record entry > Local authority > Free text | 0..1 R
# Signpost details
Signpost details record entry > Date | 0..1 R
Signpost details record entry > Signpost to > Name | 0..1 R
Signpost details record entry > Signpost to > Role | 0..1 R
Signpost details record entry > Signpost to > Grade | 0..1 R
Signpost details record entry > Signpost to > Team | 0..1 R
Signpost details record entry > Signpost to > Specialty | 0..1 R
Signpost details record entry > Signpost to > Service > Coded value | 0..1 R
Signpost details record entry > Signpost to > Service > Free text | 0..1 R
Signpost details record entry > Signpost to > Contact details | 0..1 R
Signpost details record entry > Reason for signpost > Coded value | 0..1 R
Signpost details record entry > Reason for signpost > Free text | 0..1 R
# Pregnancy status
Pregnancy state | 0..1 R
Expected delivery date | 0..1 R
# Assessments
Assessments record entry > Assessment type | 0..1 R
Assessments record entry > Assessment summary | 0..1 R
Assessments record entry > Structured assessment > Structured assessment name > Coded value | 0..1 R
Assessments record entry > Structured assessment > Structured assessment name > Free text | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Assessment score > Coded value | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Assessment score > Free text | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Value | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Units of measure | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Ordinal > Coded value | 0..1 R
Assessments record entry > Structured assessment > Assessment result > Ordinal > Free text | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Subscale score > Coded value | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Subscale score > Free text | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Value | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Units of measure | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Ordinal > Coded value | 0..1 R
Assessments record entry > Structured assessment > Subscale result > Ordinal > Free text | 0..1 R
Assessments record entry > Comment | 0..1 R
# Risks
Risks record entry > Start date of risk | 0..1 R
Risks record entry > End date of risk | 0..1 R
Risks record entry > Risk > Coded value | 0..1 R
Risks record entry > Risk > Free text | 0..1 R
Risks record entry > Comment | 0..1 R
# Plan and requested actions
Plan and requested actions record entry > Actions for professionals | 0..1 R
Plan and requested actions record entry > Actions for person or their carer | 0..1 R
Plan and requested actions record entry > Agreed with the person or their legitimate representative | 0..1 R
# Care and support plan
Strengths > Coded value | 0..1 R
Strengths > Free text | 0..1 R
Needs, concerns or problems > Coded value | 0..1 R
Needs, concerns or problems > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Goal importance score | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > What > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > What > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Name | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Role | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Team | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Contact details | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > When | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Suggested strategies | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Status > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Status > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Confidence | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Date last updated | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Review date | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Stage goal > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Stage goal > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Outcome > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Outcome > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Goal status | 0..1 R
Needs, concerns or problems > Goals and hopes > Outcomes > Coded value | 0..1 R
Needs, concerns or problems > Goals and hopes > Outcomes > Free text | 0..1 R
Needs, concerns or problems > Goals and hopes > Goal status | 0..1 R
Agreed with person or legitimate representative > Person or legitimate representative | 0..1 R
Agreed with person or legitimate representative > Person full name | 0..1 R
Agreed with person or legitimate representative > Role | 0..1 R
Care funding source > Coded value | 0..1 R
Care funding source > Free text | 0..1 R
Date this plan was last updated | 0..1 R
Other care planning documents | 0..* R
Planned review date/interval | 0..1 R
Responsibility for review > Name | 0..1 R
Responsibility for review > Role | 0..1 R
Responsibility for review > Contact details | 0..1 R
`;

/** A path is the names from the section down, joined by " > ". */
export type Item = { path: string; section: string; name: string; cardinality: string; demand: 'M' | 'R' | 'O' };

export const items: readonly Item[] = readItems(model);

function readItems(text: string): Item[] {
  let section = '';
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) {
        section = line.slice(2);
        return [];
      }
      const [name = '', terms = ''] = line.split(' | ');
      const [cardinality = '', demand] = terms.split(' ');
      return [{ path: `${section} > ${name}`, section, name, cardinality, demand: demand as Item['demand'] }];
    });
}
