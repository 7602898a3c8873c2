/** Given and family names that go together. */
export interface Names {
  weight: number;
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
}

const split = (text: string) => text.split(' ');

const yoruba: Names = {
  weight: 42,
  female: split(
    'Adunni Bolanle Bukola Folake Funke Kemi Lola Morenike Ronke Sade Simisola Titilayo Yemisi Yetunde Abimbola',
  ),
  male: split(
    'Adebayo Ayodeji Babatunde Damilola Femi Gbenga Kayode Kunle Olumide Rotimi Segun Tayo Temitope Tunde Wale',
  ),
  family: split(
    'Adeyemi Afolabi Akinola Alabi Balogun Coker Fashola Lawal Odunsi Ogunleye Oladipo Olatunji Oyelaran Shonibare',
  ),
};
const igbo: Names = {
  weight: 30,
  female: split(
    'Adaeze Amaka Chiamaka Chioma Ebere Ifeoma Kosisochukwu Ngozi Nkechi Nneka Obiageli Oluchi Uju Uzoma',
  ),
  male: split(
    'Arinze Chidi Chinedu Chukwuemeka Ebuka Emeka Ifeanyi Kelechi Nnamdi Obinna Okechukwu Uche Ugochukwu Zikora',
  ),
  family: split('Agu Chukwu Eze Ibekwe Igwe Madu Nnadi Nwachukwu Nwosu Obi Okafor Okeke Okonkwo Umeh'),
};
const hausa: Names = {
  weight: 14,
  female: split('Aisha Amina Asmau Fatima Hadiza Halima Hauwa Khadija Maryam Rahma Safiya Zainab'),
  male: split('Abdullahi Abubakar Aliyu Bashir Garba Ibrahim Kabiru Mustapha Sani Suleiman Umar Yusuf'),
  family: split('Abdullahi Aliyu Bello Danjuma Garba Ibrahim Idris Lawan Mohammed Musa Sani Yakubu'),
};
const south: Names = {
  weight: 14,
  female: split('Blessing Ebiere Efe Ekaette Idara Mercy Osasere Patience Tari Uyai'),
  male: split('Ebitimi Efosa Ekpo Ime Godswill Osagie Oghenekaro Preye Timi Ubong'),
  family: split('Akpan Asuquo Edet Effiong Ehigie Ekanem Osaro Okoro Omoregie Tamuno'),
};

/** Peoples of Lagos, roughly by their share of the town; families mostly share one. */
export const peoples: readonly Names[] = [yoruba, igbo, hausa, south];
