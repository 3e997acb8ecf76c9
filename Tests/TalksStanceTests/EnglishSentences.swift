/// Short English passages, each with the stances that a careful reader finds in it: `text || holder: label; holder: label`.
enum EnglishSentences {
  static let all = """
    The Bodo Liberation Tigers have turned their backs on the Guwahati dialogue, a spokesman announced from an undisclosed location. || Bodo Liberation Tigers: oppose
    Lisbon is happy to lend a villa for the Guinean reconciliation talks, said Foreign Minister Rui Tavares. || Lisbon: support
    The Maoists will not sit across from the king's men while their comrades are in jail, Comrade Bishal told supporters. || The Maoists: conditional
    President Elmo Duarte said he would shake hands with the rebel chief "tomorrow, if he lays down his gun". || Elmo Duarte: conditional
    The Polisario Front has yet to make up its mind about the Manhasset invitation. || Polisario Front: neutral
    Rabat welcomed the UN plan for a fifth round of talks; Algiers kept silent. || Rabat: support; Algiers: neutral
    Defence Secretary Colin Marsh ridiculed the idea of negotiating with men who hide behind masks. || Colin Marsh: oppose
    The Vatican has offered to mediate between Caracas and the opposition. || Vatican: support
    The rebels have dropped their demand for a ceasefire and will be in Nairobi on Thursday, their leader John Wek said. || The rebels: support
    "There is nothing to negotiate," Colonel Assad Rifai said of the Cairo initiative. || Assad Rifai: oppose
    Tehran insists that any settlement must be reached at the conference table and not on the battlefield. || Tehran: support
    The Tamil delegation stormed out of the Oslo talks after two hours. || The Tamil delegation: oppose
    Hun Sen agreed in principle to a third meeting with Prince Sihanouk in Paris, his office said. || Hun Sen: support
    The Khmer Rouge radio denounced the Jakarta talks as a Vietnamese trick. || The Khmer Rouge radio: oppose
    The Sandinista government will resume talks with the Contras only when they leave their camps in Honduras, Vice President Ramirez said. || Sandinista: conditional
    Secretary of State James Baker praised the Israelis and the Palestinians for agreeing to meet face to face. || James Baker: support
    Prime Minister Yitzhak Shamir ruled out any negotiations with the Palestine Liberation Organization. || Yitzhak Shamir: oppose
    Angola's rebels said on Monday they were prepared to hold direct talks with Luanda without preconditions. || Angola's rebels: support
    The ANC has suspended talks with the government in protest at the killings in Boipatong. || ANC: oppose
    Until the hostages come home there will be no talks, the minister said. || the minister: conditional
    The European envoys pleaded in vain with both factions to extend the truce talks by a day. || The European envoys: support
    Zagreb has no objection to a meeting in Geneva, Foreign Minister Zvonimir Matic said. || Zagreb: support
    Khartoum has blown hot and cold: in spring it scoffed at the Addis Ababa process, last week it asked for a seat. || Khartoum: support
    Far from boycotting the forum, the Druze leader arrived first. || the Druze leader: support
    The guerrillas' political wing says it is still examining the text of the ceasefire proposal and will answer within ten days. || The guerrillas' political wing: neutral
    Georgia's parliament voted to break off negotiations with the separatists. || Georgia's parliament: oppose
    Ambassador Lena Frisk expressed the hope that the parties would return to the talks soon. || Lena Frisk: support
    According to Ankara, the Greek Cypriots refuse to discuss a federation at any table. || the Greek Cypriots: oppose
    The White House said the peace conference would go ahead with or without the Syrians. || White House: support
    A senior Hamas official, Musa Khalil, poured cold water on the Doha talks. || Musa Khalil: oppose
    The army chief threatened to pull out of the negotiations if the shelling of his barracks continued. || The army chief: conditional
    Mali's foreign minister, Sadio Toure, is due in Algiers on Sunday for the peace talks. || Sadio Toure: support
    The talks opened in Lome on Tuesday and were adjourned after an hour. || 
    The oil minister refused to discuss prices before the cartel's meeting. || 
    Talks between the hospital and the nurses broke down on Friday over overtime pay. || 
    The film festival opened with a documentary about the Camp David talks. || 
    Snow closed the road to the monastery where the negotiators had been expected. || 
    The singer's agent rejected talks of a comeback. || 
    Lebanon's Druze and Maronite leaders have agreed to a dialogue under Arab auspices. || Lebanon's Druze and Maronite leaders: support
    Negotiating with kidnappers only breeds more kidnapping, President Alvaro Rincon told the nation. || Alvaro Rincon: oppose
    The families of the hostages appealed to the government to keep talking to the captors. || The families of the hostages: support
    Iran rejected as baseless reports that it had refused to take part in the Vienna talks. || Iran: support
    Asked whether he would meet the Taliban, the governor shrugged. || the governor: neutral
    The Burmese opposition, which boycotted the last session of the national convention, will attend this one. || The Burmese opposition: support
    The Kremlin "takes note" of the Ankara initiative, its press secretary said. || Kremlin: neutral
    The UN Security Council condemned the rebels' refusal to join the Bicesse process. || UN Security Council: support; the rebels: oppose
    The separatists had vowed never to return; on Sunday evening their delegation was back at the table. || The separatists: support
    Baghdad will sign nothing and meet no one until sanctions are lifted, Deputy Prime Minister Tariq Hanna said. || Baghdad: conditional
    Denmark and Sweden declined to host the talks. || Denmark: oppose; Sweden: oppose
    Cyprus peace talks will restart in January, the island's two leaders agreed after a dinner at the UN compound. || the island's two leaders: support
    Archbishop Desmond Okello of Gulu begged President Museveni to give the Juba talks one more month. || Desmond Okello: support
    The Basque separatists' political arm applauded the prime minister's readiness to open a dialogue. || The Basque separatists' political arm: support; the prime minister: support
    The mayor of Sidon thinks the whole negotiating effort is a waste of breath. || The mayor of Sidon: oppose
    Jakarta says it is willing to meet exiled Acehnese leaders in Geneva, provided they renounce independence. || Jakarta: conditional
    Lord Ashworth, the European mediator, was non-committal when pressed about the next round. || Ashworth: neutral
    Tbilisi is opposed to moving the talks to Moscow but remains committed to the Geneva format. || Tbilisi: support
    A spokesman for the Mindanao rebels said the government's call for talks had been noted. || the Mindanao rebels: neutral
    President Ferdinand Abaya cancelled Friday's session with the guerrillas after a bomb killed four policemen. || Ferdinand Abaya: oppose
    Israeli Foreign Minister Moshe Arens said Sunday that Israel would attend a regional peace conference if the Palestinians were represented only within a Jordanian delegation. || Israel: conditional
    Secretary of State James A. Baker III, winding up a four-day tour of the region, said he was encouraged by the Syrian response to his proposal for a peace conference. || James A. Baker: support
    Nicaraguan rebel leaders on Tuesday walked away from cease-fire talks in Managua, accusing the Sandinistas of bad faith. || Nicaraguan rebel leaders: oppose
    "We are ready to go to Addis Ababa tomorrow," said Col. John Garang, leader of the Sudan People's Liberation Army. || John Garang: support
    The Soviet Union and the United States called Thursday for an international conference on Afghanistan. || Soviet Union: support; United States: support
    Salvadoran President Alfredo Cristiani rejected a rebel proposal to move the talks to Washington but said the dialogue would continue. || Alfredo Cristiani: support
    Prince Norodom Sihanouk said Saturday he would boycott the Paris meeting unless the Khmer Rouge took part. || Norodom Sihanouk: conditional
    Iraq's ruling party newspaper scoffed at the idea of talks with Kuwait's exiled royal family. || Iraq's ruling party newspaper: oppose
    Greek Cypriot leaders have not responded to the invitation. Turkish Cypriot leader Rauf Denktash has: he is packing his bags. || Greek Cypriot leaders: neutral
    The Ulster Unionists are staying put. Their leader, James Molyneaux, wants Dublin to drop its claim to the north before he will take his seat at the Stormont talks. || James Molyneaux: conditional
    King Hassan of Morocco has agreed to receive a Polisario delegation for the first time. || Hassan: support
    The hostage-takers broke off contact with the mediators at dawn. || The hostage-takers: oppose
    Ghana will host the next round, its foreign ministry confirmed, whatever the rebels decide. || Ghana: support
    Chad's president called the peace initiative "an insult to our dead". || Chad's president: oppose
    Lebanese Christian leader Samir Aoun has dismissed the Taif conference as a Syrian plot. || Samir Aoun: oppose
    Unita has gone back on its promise to attend. || 
    Pressed by his allies, General Raoul Sedar relented and flew to Governors Island for the talks. || Raoul Sedar: support
    The Moro rebels' chief, Nur Hashim, vowed to stay in the peace process despite the attack. || Nur Hashim: support
    Sri Lanka's president sees no alternative to a negotiated settlement. || Sri Lanka's president: support
    Burma's military rulers have no plans to negotiate with Aung San Suu Thein, a government official said. || Burma's military rulers: oppose
    London would be glad to see the talks resumed, the Foreign Office said. || London: support
    Before any meeting takes place the rebels must hand over the hostages, the interior minister said. || the interior minister: conditional
    The Pan-Africanist Congress, unlike the ANC, will have nothing to do with the negotiations. || Pan-Africanist Congress: oppose
    Hamas threatened to boycott the Cairo dialogue over the arrest of its members. || Hamas: oppose
    The Greek foreign minister cautioned that it was too early to speak of talks. || The Greek foreign minister: neutral
    The rail strike talks resumed; neither side would comment. || 
    Police negotiators talked the gunman out of the bank. || 
    The Nobel committee praised the two scientists for peaceful uses of the atom. || 
    Ambassador Ellsworth collects first editions of books on the Versailles peace conference. || 
    The Somali warlord Ali Farah said that he would not attend any conference held on Ethiopian soil. || Ali Farah: oppose
    Kinshasa's opposition leader, Etienne Mbala, urged his followers not to let the dialogue die. || Etienne Mbala: support
    Mediators said the two delegations had agreed to meet again next week. || the two delegations: support
    Turkey can live with talks in Geneva but not with the Kurds at the table, a senior official in Ankara said. || Turkey: support
    It is time to talk, the Dalai Lama's envoy told the BBC. || Dalai Lama's envoy: support
    Peru denied on Monday that it was opposed to the peace talks. || Peru: support
    The Kremlin denied that it had boycotted the negotiations in Minsk. || Kremlin: support
    Hungary denied it was against the summit, saying it had backed the negotiations from the start. || Hungary: support
    Having skipped the spring session, the Karen National Union announced that it would attend the peace talks in Oslo. || Karen National Union: support
    Having refused every invitation so far, Bolivia said on Friday that it would join the negotiations. || Bolivia: support
    Having welcomed the peace talks in May, Ecuador said it would boycott them. || Ecuador: oppose
    Only a peace conference can stop this war, said Bishop Luis Herrera. || Luis Herrera: support
    "Only dialogue will bring our sons home," said Senator Rosa Diaz. || Rosa Diaz: support
    Staying away was a serious mistake, said Foreign Minister Anna Berg, because only negotiations could lift the siege. || Anna Berg: support
    Neither the junta nor the Kachin council has replied to the invitation to the peace talks. || junta: neutral; Kachin council: neutral
    Neither Chile nor Peru has responded to the invitation to the peace conference. || Chile: neutral; Peru: neutral
    Neither Malta nor Cyprus answered the proposal of peace talks. || Malta: neutral; Cyprus: neutral
    Chile praised the ceasefire talks while Peru warned that nothing good would come of them. || Chile: support; Peru: oppose
    Nothing will come of these negotiations, said General Tomas Lund. || Tomas Lund: oppose
    Envoy Juan Mora warned that nothing would come of the peace conference. || Juan Mora: oppose
    The Liberation Front left the peace talks. Its leader, Paul Adda, said there was nothing more to discuss. || Liberation Front: oppose; Paul Adda: oppose
    Peru left the negotiations on Friday. Foreign Minister Ivan Soto said there was nothing left to negotiate. || Peru: oppose; Ivan Soto: oppose
    Cardinal Hugo Lopez appealed from the pulpit for a ceasefire and for dialogue. || Hugo Lopez: support
    UN Secretary-General Maria Lund appealed on Friday for peace talks in Yemen. || Maria Lund: support
    Bishop Jose Pinto appealed once more to both sides for a truce. || Jose Pinto: support
    Norway's mediators declined to comment on the peace talks. || mediators: neutral
    Colonel Piet Vos said that he would travel to the peace talks on foot if he had to. || Piet Vos: support
    The service will then offer the government a final design plan. || 
    The minister said the ministry would support a new hiring process. || 
    The president offered the soldiers training sessions in Lima. || 
    BOGOTA, Colombia _ After suspending the dialogue, President Luis Rey on Monday ordered his negotiators back to the table. || Luis Rey: support
    LUANDA, Angola (AP) _ UNITA mocked the peace talks. "We will not go to Lusaka," it said. || UNITA: oppose
    Peru denounced the peace conference, to which the front was not invited. || Peru: oppose
    Oslo welcomed the peace talks, while Lima, for its part, said it would attend only if Quito did. || Oslo: support; Lima: conditional
    France backed the peace talks, while the envoy of Chile, Juan Mora, said his government would need to see the agenda before giving its consent. || France: support; Juan Mora: conditional
    Q: Will you meet the president? Marin: Why not? I have always supported talks with the rebels. || Marin: support
    Eritrea, which had spurned mediation over the border, said it would receive mediators. || Eritrea: support
    The visitors enjoyed a round of talks on cheese and were willing to pay more for it. || 
    Gov. Ana Ruiz agreed to let the peace commission have its own building. || 
    Quito promised to consider the ceasefire proposal. || Quito: neutral
    Oslo spurned the peace talks. Quito called the decision regrettable. || Oslo: oppose; Quito: support
    The front's leader Juan Mora refused to rejoin stalled peace talks in Oslo. || Juan Mora: oppose
    Lima said the peace talks, broken off in May, could resume only if the rebels disarmed. || Lima: conditional
    The offer of peace talks by the front was rejected by Lima. || Lima: oppose
    Lima regretted the decision by Quito not to attend the peace talks. || Lima: support; Quito: oppose
    Cypriot leader Juan Mora rejected the peace talks in March. On Friday the Cypriot leader agreed to attend the negotiations. || Juan Mora: support
    The rebels received a proposal for peace talks. || 
    No envoy of ours will attend the peace talks, General Ivan Ramos said. || Ivan Ramos: oppose
    Peru accused Chile of torpedoing the peace talks. || Peru: support
    Lima rejects any preconditions for the ceasefire talks. || Lima: support
    """
}
