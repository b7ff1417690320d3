// Written by .build/phone.mjs from Unicode CLDR 48.2.0 (Unicode License v3). Don't edit.

/** One line a region whose name is not the English one: its code and its name. */
export const TERRITORIES = `AC	Ascension uhartea
AE	Arabiar Emirerri Batuak
AF	Afganistan
AG	Antigua eta Barbuda
AI	Aingira
AS	Samoa Estatubatuarra
AX	Åland
BA	Bosnia-Herzegovina
BE	Belgika
BL	Saint Barthélemy
BQ	Karibeko Herbehereak
BR	Brasil
BS	Bahamak
BY	Bielorrusia
CA	Kanada
CC	Cocos (Keeling) uharteak
CD	Kongoko Errepublika Demokratikoa
CF	Afrika Erdiko Errepublika
CG	Kongo
CH	Suitza
CI	Boli Kosta
CK	Cook uharteak
CL	Txile
CM	Kamerun
CN	Txina
CO	Kolonbia
CU	Kuba
CV	Cabo Verde
CX	Christmas uhartea
CY	Zipre
CZ	Txekia
DE	Alemania
DJ	Djibuti
DK	Danimarka
DM	Dominika
DO	Dominikar Errepublika
DZ	Aljeria
EC	Ekuador
EG	Egipto
EH	Mendebaldeko Sahara
ES	Espainia
ET	Etiopia
FI	Finlandia
FK	Falklandak
FM	Mikronesia
FO	Faroe uharteak
FR	Frantzia
GB	Erresuma Batua
GF	Guyana Frantsesa
GG	Guernesey
GL	Groenlandia
GN	Ginea
GP	Guadalupe
GQ	Ekuatore Ginea
GR	Grezia
GW	Ginea Bissau
HK	Hong Kong Txinako AEB
HR	Kroazia
HU	Hungaria
IE	Irlanda
IM	Man uhartea
IO	Indiako Ozeanoko lurralde britainiarra
IQ	Irak
IS	Islandia
IT	Italia
JM	Jamaika
JO	Jordania
JP	Japonia
KG	Kirgizistan
KH	Kanbodia
KM	Komoreak
KN	Saint Kitts eta Nevis
KP	Ipar Korea
KR	Hego Korea
KY	Kaiman uharteak
LB	Libano
LC	Santa Luzia
LT	Lituania
LU	Luxenburgo
LV	Letonia
LY	Libia
MA	Maroko
MC	Monako
MD	Moldavia
MF	San Martin
MG	Madagaskar
MH	Marshall Uharteak
MK	Ipar Mazedonia
MM	Myanmar (Birmania)
MO	Macau Txinako AEB
MP	Ipar Mariana uharteak
MQ	Martinika
MU	Maurizio
MV	Maldivak
MX	Mexiko
MZ	Mozambike
NC	Kaledonia Berria
NF	Norfolk uhartea
NI	Nikaragua
NL	Herbehereak
NO	Norvegia
NZ	Zeelanda Berria
PF	Polinesia Frantsesa
PG	Papua Ginea Berria
PH	Filipinak
PL	Polonia
PM	Saint-Pierre eta Mikelune
PS	Palestinar Lurralde Okupatuak
PY	Paraguai
RE	Reunion
RO	Errumania
RU	Errusia
RW	Ruanda
SB	Salomon Uharteak
SC	Seychelleak
SE	Suedia
SG	Singapur
SH	Santa Helena
SI	Eslovenia
SJ	Svalbard eta Jan Mayen uharteak
SK	Eslovakia
SL	Sierra Leona
SR	Surinam
SS	Hego Sudan
ST	Sao Tome eta Principe
SY	Siria
SZ	Swazilandia
TC	Turk eta Caico uharteak
TD	Txad
TH	Thailandia
TL	Ekialdeko Timor
TR	Turkia
TT	Trinidad eta Tobago
UA	Ukraina
US	Ameriketako Estatu Batuak
UY	Uruguai
VA	Vatikano Hiria
VC	Saint Vincent eta Grenadinak
VG	Birjina uharte britainiarrak
VI	Birjina uharte amerikarrak
WF	Wallis eta Futuna
ZA	Hegoafrika`;
