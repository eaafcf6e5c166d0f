const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/passphrase-words-Bv1N6gyh.js","assets/passphrase-words-DOjeo8I_.js"])))=>i.map(i=>d[i]);
import{r as e}from"./rolldown-runtime-XKyaHtl9.js";import{K as t,Q as n,at as r}from"./react-bZgIcrVO.js";import{_t as i,rn as a,vt as o,yt as s}from"./small-CY1NS-o_.js";import{O as c,Y as l,Z as u,k as d}from"./ui-BplQwWF4.js";import{t as f}from"./set-by-organization-bwDfPCme.js";import{t as p}from"./use-policy-CBhAuWLn.js";import{n as m}from"./passphrase-words-DOjeo8I_.js";import{t as h}from"./preload-helper-DygEbaNj.js";var g=e(r(),1),_=`qwerty
january
the
dragon
february
of
baseball
march
and
football
april
in
monkey
may
was
letmein
june
is
shadow
july
for
master
august
as
michael
september
on
mustang
october
with
qwertyuiop
november
by
superman
december
he
jordan
monday
at
qazwsx
tuesday
from
jennifer
wednesday
his
killer
thursday
an
hunter
friday
were
harley
saturday
are
zxcvbnm
sunday
which
asdfgh
summer
doc
buster
winter
https
andrew
spring
also
batman
autumn
or
soccer
fall
has
tigger
season
had
charlie
birthday
first
robert
christmas
one
sunshine
easter
their
thomas
halloween
its
iloveyou
password
after
ranger
passphrase
new
daniel
passwort
who
hockey
motdepasse
they
george
contrasena
two
computer
geheim
her
michelle
kennwort
she
jessica
secret
been
starwars
qwertz
other
pepper
azerty
when
klaster
admin
time
zxcvbn
administrator
during
freedom
root
into
princess
user
school
joshua
guest
more
maggie
login
ginger
welcome
years
amanda
changeme
over
ashley
default
only
love
year
cheese
openai
most
nicole
chatgpt
would
keyway
world
matthew
github
city
chelsea
google
some
dallas
apple
where
biteme
microsoft
between
matrix
windows
later
william
facebook
three
yankees
amazon
state
taylor
netflix
such
corvette
youtube
then
austin
instagram
national
access
twitter
used
martin
linkedin
made
heather
samsung
known
thunder
iphone
under
merlin
android
many
university
diamond
internet
united
hello
server
while
anthony
network
part
hammer
database
silver
system
team
gfhjkm
support
these
justin
office
american
patrick
company
than
richard
london
film
bailey
paris
second
berlin
born
samantha
newyork
south
golfer
york
became
scooter
tokyo
states
test
madrid
war
orange
chicago
through
cookie
boston
being
maverick
including
jackson
texas
both
sparky
england
before
mickey
germany
north
phoenix
france
high
bigdog
america
however
snoopy
liverpool
people
guitar
manchester
family
whatever
early
chicken
arsenal
history
morgan
album
andrea
barcelona
area
camaro
real
series
mercedes
against
peanut
juventus
until
ferrari
bayern
since
cowboy
district
falcon
rangers
county
celtic
name
cowboys
work
steelers
life
joseph
lakers
group
smokey
music
dakota
following
melissa
mylove
number
forever
boomer
happy
several
eagles
lucky
four
tigers
called
marina
goodbye
played
nascar
thank
released
gateway
thanks
career
porsche
please
league
yellow
game
monster
government
spider
house
diablo
each
hannah
based
bulldog
day
junior
same
won
purple
basketball
use
compaq
station
club
iceman
international
town
money
spiderman
located
banana
pokemon
population
general
brandon
ninja
college
tennis
pirate
east
johnny
wizard
found
miller
harry
age
coffee
potter
scooby
hogwarts
end
edward
gandalf
nikita
frodo
began
mother
mordor
home
yamaha
public
brandy
trustno
church
barney
sesame
line
chester
oliver
father
river
charles
brother
member
player
sister
knight
mommy
place
daddy
century
steven
band
friend
midnight
friends
baby
bigdaddy
honey
redsox
angel
song
victoria
jesus
badboy
christ
best
god
former
bible
british
fender
party
chris
pizza
named
jasper
held
james
chocolate
village
slayer
show
rabbit
local
natasha
rachel
took
marine
service
marlboro
golden
built
raiders
another
prince
flower
major
casper
butterfly
within
fishing
dolphin
along
tiger
members
crystal
panther
five
jasmine
eagle
single
panties
due
iwantu
although
adidas
small
winner
old
left
toyota
final
enter
honda
large
ghbdtn
include
angela
building
mike
served
president
lauren
dollar
received
cocacola
million
games
winston
billion
death
madison
rich
angels
main
blowme
peace
third
set
shannon
earth
children
sophie
own
johnson
granted
order
asdfasdf
denied
species
david
private
park
law
air
murphy
testing
published
canada
tester
road
danielle
temp
died
jonathan
temporary
book
liverpoo
example
men
muffin
sample
women
cooper
demo
army
apples
often
jackie
according
dennis
education
black
central
john
country
sandra
division
english
slipknot
top
carlos
included
qazxsw
development
scorpion
french
qwaszx
community
nathan
among
startrek
water
rainbow
play
asdfghjkl
side
razz
list
redskins
times
near
gemini
late
cameron
form
qazwsxedc
original
florida
different
center
turtle
power
nicholas
led
viking
students
booger
german
wilson
moved
sierra
court
doctor
six
rocket
land
victor
council
dolphins
island
captain
record
bandit
jaguar
research
packers
art
pookie
established
peaches
award
asdf
street
blue
military
television
helpme
given
tucker
region
theman
tiffany
western
maxwell
production
jeremy
non
qwertyui
political
debbie
point
albert
cup
maddog
period
lovers
business
monica
title
alex
started
various
giants
election
nirvana
using
metallic
hotdog
role
rosebud
produced
mountain
become
benjamin
program
warrior
works
stupid
field
elephant
total
success
bonnie
written
alexis
radio
union
jason
level
scorpio
championship
samson
director
few
freddy
force
driver
created
willie
department
calvin
founded
sydney
services
gators
married
dexter
though
bubba
per
creative
site
golf
open
voodoo
act
short
arthur
society
trouble
version
royal
nissan
present
gunner
northern
rebecca
worked
stella
professional
garfield
full
gordon
returned
jessie
joined
parker
story
asdfghjk
apollo
european
jack
currently
eminem
language
social
legend
california
airborne
india
beavis
design
further
bear
round
australia
brooklyn
wrote
godzilla
san
skippy
project
buddy
control
qwert
southern
kitten
railway
magic
board
shelby
popular
beaver
continued
phantom
free
fred
battle
nothing
considered
asdasd
video
williams
common
xavier
position
braves
living
darkness
half
travis
playing
copper
recorded
tomcat
red
platinum
post
qweqwe
described
girls
average
bigboy
records
green
special
modern
animal
appeared
police
announced
online
areas
voyager
rock
lifehack
release
fish
elected
sniper
others
trinity
walter
term
blazer
opened
heaven
similar
lover
formed
snowball
route
bubbles
census
loveme
current
cricket
schools
marvin
originally
willow
lake
donkey
developed
topgun
race
nintendo
himself
saturn
forces
addition
information
gabriel
upon
destiny
province
pakistan
match
pumpkin
event
digital
songs
sergey
result
chance
events
explorer
win
redwings
eastern
track
therock
lead
runner
teams
lasvegas
science
guinness
human
beatles
construction
fire
minister
cassie
christin
awards
available
broncos
throughout
andrey
training
babygirl
style
nelson
body
donald
museum
scott
australian
eclipse
health
cartman
seven
fluffy
signed
louise
chief
michigan
eventually
appointed
carolina
sea
little
centre
samuel
debut
alexande
tour
birdie
points
steve
media
cherry
light
pantera
range
sharon
character
gibson
across
vampire
features
mexico
families
peter
largest
buffalo
indian
montana
genius
less
beer
performance
flyers
players
maximus
refer
europe
minecraft
sold
lovely
festival
stalker
usually
metallica
taken
doggie
despite
carter
designed
kristina
committee
kimberly
process
spencer
return
speedy
official
barbara
episode
snickers
institute
sabrina
stage
carmen
followed
marcus
performed
bronco
japanese
yankee
personal
thus
paradise
arts
dreams
space
magnum
low
horses
months
cool
includes
caroline
china
lacrosse
study
goober
middle
magazine
qwertyu
leading
enigma
japan
scotty
groups
pimpin
aircraft
bollocks
featured
brian
federal
surfer
civil
sammy
rights
genesis
model
poohbear
coach
dave
canadian
star
books
qweasdzxc
remained
eight
racing
type
independent
hawaii
completed
billy
capital
viper
academy
instead
vanessa
kingdom
poopoo
organization
einstein
countries
stanley
studies
walker
competition
paul
sports
drowssap
size
stephen
above
courtney
section
simple
finished
alaska
gold
badger
involved
action
reported
jake
management
bill
systems
denise
industry
jester
directed
spitfire
market
drummer
fourth
forest
movement
patricia
technology
maryjane
bank
champion
ground
diesel
campaign
svetlana
base
lower
sent
kevin
rather
mark
added
gregory
provided
pamela
coast
frank
grand
hotrod
historic
chevy
valley
anderson
conference
douglas
bridge
westside
winning
security
approximately
films
shorty
chinese
awarded
thumper
degree
hitman
russian
mozart
shows
native
reddog
female
replaced
lizard
municipality
alexander
square
melanie
studio
ruslan
medical
vincent
data
african
sweet
successful
teresa
mid
scarface
bay
marshall
attack
olivia
previous
veronica
operations
buddha
spanish
spirit
theatre
frankie
student
stargate
republic
antonio
beginning
liberty
provide
natalie
ship
mercury
primary
naruto
owned
suzuki
writing
semperfi
tournament
king
culture
popcorn
introduced
spooky
marley
related
natural
brittany
parts
claudia
governor
kelly
reached
scotland
ireland
units
kitty
senior
cherokee
decided
vikings
italian
simpsons
whose
higher
leslie
africa
rascal
standard
qweasd
income
jimmy
professor
loveyou
placed
hummer
regional
allison
los
rocky
buildings
patches
championships
russia
active
adrian
novel
jupiter
energy
penguin
generally
howard
interest
passion
via
economic
vfhbyf
previously
andre
stated
vladimir
itself
franklin
channel
sandman
below
infinity
operation
homer
leader
raider
traditional
fantasy
trade
bulldogs
structure
horney
limited
domino
runs
budlight
prior
ironman
regular
disney
famous
norman
saint
softball
navy
bishop
foreign
francis
listed
brutus
artist
ford
catholic
redrum
airport
brooke
results
bigred
parliament
jeffrey
collection
unit
fktrcfylh
officer
karina
goal
marines
attended
kawasaki
command
digger
staff
commission
oksana
lived
fireman
location
cougar
plays
commercial
alicia
places
russell
foundation
houston
significant
older
bradley
medal
sarah
self
justice
scored
super
companies
wildcats
highway
tinker
activities
duncan
programs
dancer
wide
logitech
musical
avalon
notable
swordfis
library
everton
numerous
reggie
motorola
towards
alexandr
individual
molly
allowed
timothy
plant
hentai
property
claire
annual
patriots
contract
madonna
whom
colorado
highest
eugene
initially
ducati
required
kermit
earlier
assembly
artists
connor
rural
galore
seat
freeuser
practice
smooth
defeated
ended
titanic
soviet
boogie
length
simpson
spent
warcraft
manager
wolverin
press
elizabet
author
arizona
issues
saints
additional
valentin
characters
georgia
zealand
asdfg
policy
accord
engine
matt
township
baxter
noted
denver
historical
mitchell
complete
financial
yfnfif
religious
smith
mission
stinky
contains
zachary
nine
roland
recent
naughty
represented
spiderma
pennsylvania
chopper
administration
brenda
opening
extreme
secretary
virginia
lines
report
skyline
executive
poop
youth
zombie
closed
pearljam
theory
froggy
writer
italy
fylhtq
angeles
vision
appearance
awesome
feature
alyssa
queen
dreamer
launched
predator
legal
bullet
terms
empire
entered
wolf
issue
kirill
edition
singer
elvis
greek
panthers
majority
skipper
background
nemesis
source
peekaboo
anti
simon
cultural
alison
complex
rolltide
changes
recording
cardinal
stadium
arnold
islands
chevelle
operated
particularly
psycho
danger
month
mookie
uses
wanker
port
manutd
castle
tommy
mostly
hobbes
names
vegeta
fort
goblue
selected
burton
increased
fyfcnfcbz
status
picard
subsequently
bobby
pacific
cover
loverboy
variety
lovelove
certain
vfrcbv
goals
victory
remains
bambam
upper
turkey
congress
serega
becoming
tweety
studied
hiphop
irish
galina
nature
particular
rooster
loss
polina
caused
chart
taurus
forced
electric
create
ronald
era
avatar
retired
mine
material
raptor
review
maksim
rate
singles
brazil
referred
eric
larger
newport
individuals
hard
shown
kenneth
provides
hendrix
products
madmax
speed
democratic
alpha
poland
sublime
parish
britney
olympics
cities
darkside
themselves
bigman
temple
hercules
wing
lawrence
genus
wolfpack
households
classic
serving
lincoln
cost
ronaldo
wales
stations
blizzard
passed
cheyenne
supported
wombat
view
cjkysirj
cases
raymond
forms
actor
kristen
male
pandora
matches
devils
males
simone
stars
holiday
tracks
wildcat
females
horse
administrative
kramer
median
sterling
effect
caesar
biography
alabama
engineering
carrie
camp
bondage
offered
chairman
houses
pickle
mainly
leather
surface
shaggy
therefore
chronic
nearly
flowers
score
robbie
ancient
subject
gracie
prime
amber
seasons
airplane
claimed
perfect
experience
kodiak
specific
billybob
jewish
katana
failed
sunset
overall
crazy
believed
good
plot
stingray
troops
maria
greater
anna
spain
snowman
consists
phpbb
broadcast
chocolat
heavy
zeppelin
increase
garcia
raised
detroit
separate
wolves
campus
pontiac
appears
candy
presented
firebird
lies
gundam
composed
panzer
recently
outlaw
influence
fifth
pretty
nations
fisher
creek
connie
references
elections
britain
trevor
double
redhead
cast
hardon
meaning
greenday
earned
tarheels
carried
nastya
producer
hellfire
latter
cobra
housing
engineer
brothers
savage
attempt
article
serenity
response
sasha
border
michele
remaining
dude
nearby
lickme
direct
fireball
ships
white
value
remember
workers
darkstar
politician
miranda
academic
flash
label
harvey
commander
oscar
rule
strike
fellow
freddie
residents
pavilion
authority
beauty
editor
bobafett
transport
adam
dutch
dbrnjhbz
projects
jeff
responsible
bigmac
covered
duke
territory
clinton
flight
bowling
races
jenny
defense
natali
tower
future
emperor
harrison
albums
jones
facilities
wallace
daily
swimming
stories
apache
assistant
rulez
managed
pyramid
primarily
dodgers
quality
girl
function
whynot
proposed
defender
distribution
teens
conditions
morris
prize
trooper
journal
cancer
code
precious
vice
packard
newspaper
lucifer
corps
popeye
highly
weasel
constructed
raven
mayor
icecream
critical
stewart
secondary
tanner
corporation
swordfish
rugby
blonde
regiment
sandy
ohio
presario
appearances
rockstar
serve
viktor
allow
nation
cheryl
multiple
norton
discovered
directly
wutang
scene
airforce
levels
julian
growth
atlanta
elements
pimp
acquired
spike
officers
thailand
physical
looking
latin
casino
host
mouse
lennon
bluebird
theone
hawkeye
hacker
lisa
dustin
elaine
nfnmzyf
sailor
catfish
goldfish
maxima
tattoo
barbie
pervert
machine
herman
wrangler
rocks
trucks
nipples
roscoe
tornado
jerry
lights
bubble
cadillac
madman
orlando
pegasus
target
longhorn
laura
philip
browns
eatme
stefan
cannon
dilbert
baller
winnie
christia
katie
shooter
xfiles
qazqaz
seattle
corona
amateur
cthutq
prelude
beach
malibu
freaky
integra
atlantis
dragons
iloveu
unicorn
lonewolf
regina
stealth
kristin
tony
peewee
openup
bobcat
stacey
software
newton
leonardo
srinivas
angelina
young
enjoy
valentina
trigger
zaqwsx
lolita
athena
shotgun
coyote
bruins
veronika
joker
babydoll
lestat
hottie
smiley
random
sweety
woody
chipper
snake
samurai
gizmo
maddie
devildog
valerie
mistress
flipper
express
powers
cessna
teacher
goldie
moose
polaris
piglet
cookies
elena
montreal
hjvfirf
ladies
wolfgang
fatboy
scully
wicked
daisy
fetish
foobar
tickle
bunny
pepsi
balls
transam
dfvgbh
impala
hotstuff
ronnie
jasmin
ryan
gambit
toshiba
basketba
lancer
stephani
hooker
knicks
roberto
stinger
testtest
kathleen
savannah
shamrock
benson
squirt
deftones
trucker
nick
redneck
goldberg
alfred
blaster
siemens
shelly
renegade
manson
subaru
ibanez
blondie
hamilton
casey
swinger
reaper
cristina
minnie
galaxy
lindsay
dudley
farmer
gloria
blahblah
enterpri
travel
bigone
sweetpea
sugar
smoke
`,v=`to be or not to be
that is the question
the quick brown fox jumps over the lazy dog
correct horse battery staple
may the force be with you
i am your father
do or do not there is no try
winter is coming
you know nothing jon snow
a lannister always pays his debts
valar morghulis
one ring to rule them all
you shall not pass
not all those who wander are lost
my precious
speak friend and enter
i solemnly swear that i am up to no good
mischief managed
expecto patronum
the boy who lived
wingardium leviosa
live long and prosper
beam me up scotty
to boldly go where no man has gone before
resistance is futile
make it so
these are not the droids you are looking for
help me obi wan kenobi
i have a bad feeling about this
hasta la vista baby
ill be back
heres looking at you kid
frankly my dear i dont give a damn
theres no place like home
toto ive a feeling were not in kansas anymore
follow the yellow brick road
houston we have a problem
show me the money
you cant handle the truth
life is like a box of chocolates
run forrest run
say hello to my little friend
im going to make him an offer he cant refuse
go ahead make my day
elementary my dear watson
bond james bond
shaken not stirred
keep your friends close but your enemies closer
there is no spoon
follow the white rabbit
wake up neo
i see dead people
to infinity and beyond
just keep swimming
hakuna matata
let it go
supercalifragilisticexpialidocious
with great power comes great responsibility
why so serious
i am iron man
i am batman
wakanda forever
open sesame
abracadabra
once upon a time
happily ever after
it was the best of times it was the worst of times
call me ishmael
all happy families are alike
it is a truth universally acknowledged
in a hole in the ground there lived a hobbit
it was a dark and stormy night
war and peace
big brother is watching you
war is peace freedom is slavery ignorance is strength
two plus two equals five
all animals are equal
the answer to life the universe and everything
dont panic
so long and thanks for all the fish
romeo romeo wherefore art thou romeo
a rose by any other name would smell as sweet
alls well that ends well
all that glitters is not gold
all the worlds a stage
et tu brute
friends romans countrymen lend me your ears
double double toil and trouble
something is rotten in the state of denmark
shall i compare thee to a summers day
the rest is silence
i think therefore i am
knowledge is power
carpe diem
veni vidi vici
i came i saw i conquered
memento mori
cogito ergo sum
lorem ipsum dolor sit amet
in the beginning god created the heaven and the earth
in the beginning was the word
let there be light
the lord is my shepherd
for god so loved the world
our father who art in heaven
hallowed be thy name
love thy neighbor as thyself
an eye for an eye
ask and you shall receive
jesus loves me this i know
amazing grace how sweet the sound
god bless america
in god we trust
one nation under god
i pledge allegiance to the flag
we the people of the united states
we hold these truths to be self evident
life liberty and the pursuit of happiness
four score and seven years ago
i have a dream
ask not what your country can do for you
one small step for man
one giant leap for mankind
the only thing we have to fear is fear itself
give me liberty or give me death
never gonna give you up
never gonna let you down
is this the real life
is this just fantasy
we will rock you
we are the champions
dont stop believing
hotel california
stairway to heaven
let it be
all you need is love
yesterday all my troubles seemed so far away
imagine all the people
here comes the sun
hey jude dont make it bad
i want to hold your hand
smells like teen spirit
we dont need no education
another brick in the wall
wish you were here
sweet child of mine
livin on a prayer
every breath you take
billie jean is not my lover
i will always love you
like a rolling stone
the times they are a changing
knocking on heavens door
shine on you crazy diamond
somewhere over the rainbow
what a wonderful world
twinkle twinkle little star
how i wonder what you are
mary had a little lamb
humpty dumpty sat on a wall
row row row your boat
jack and jill went up the hill
itsy bitsy spider
old macdonald had a farm
happy birthday to you
jingle bells jingle bells
silent night holy night
we wish you a merry christmas
roses are red violets are blue
an apple a day keeps the doctor away
the early bird catches the worm
a penny saved is a penny earned
actions speak louder than words
the pen is mightier than the sword
when in rome do as the romans do
practice makes perfect
better late than never
time is money
curiosity killed the cat
the grass is always greener on the other side
you cant teach an old dog new tricks
no pain no gain
where there is a will there is a way
what doesnt kill you makes you stronger
live laugh love
keep calm and carry on
just do it
think different
have it your way
i love you to the moon and back
home sweet home
the end is near
winner winner chicken dinner
all your base are belong to us
the cake is a lie
its dangerous to go alone take this
its a me mario
gotta catch em all
how much wood would a woodchuck chuck
she sells seashells by the seashore
peter piper picked a peck of pickled peppers
this is my password
this is a secret
this is my secret passphrase
this is a very long password
my password is very strong
nobody will ever guess this
you will never guess my password
please let me in
i forgot my password
i hate passwords
password for my computer
sein oder nichtsein das ist hier die frage
alle meine entchen schwimmen auf dem see
freude schoner gotterfunken tochter aus elysium
liberte egalite fraternite
je pense donc je suis
en un lugar de la mancha
nel mezzo del cammin di nostra vita
i love you so much
i love you very much
i love my wife
i love my husband
`,y=Object.fromEntries([`a@4`,`b8`,`c(`,`e3€`,`g69`,`h#`,`i1!|`,`o0`,`s$5`,`t7+`,`z2`].flatMap(([e=``,...t])=>t.map(t=>[t,e]))),b={...y,1:`l`,"!":`l`,"|":`l`,7:`l`};function x(e){let t=Array.from({length:e.length},(t,n)=>{let r=e.charAt(n).toLowerCase();return r.length===1?r:e.charAt(n)}).join(``),n=e=>t.replace(/[^a-z]/g,t=>s(e,t)??t);return[...new Set([t,n(y),n(b)])]}var S=e=>e.replace(/[^a-z]/g,``),C=v.trim().split(`
`).map(S);function w(e){return e.flatMap(e=>{let t=Array.from(e.matchAll(/[a-z]/g),({index:e})=>e),n=S(e);return C.flatMap(e=>{let r=n.indexOf(e),[i,a]=[t[r],t[r+e.length-1]];return r<0||i===void 0||a===void 0?[]:[{start:i,end:a+1}]})})}var T=40,E=300,D=new Map([...m.map(e=>[e,Math.log2(m.length)]),..._.trim().split(`
`).map((e,t)=>[e,Math.log2(t+12)])]),O=16,k=[`qwertyuiop`,`qwertzuiop`,`azertyuiop`,`asdfghjkl`,`zxcvbnm`,`yxcvbnm`,`1234567890`,`abcdefghijklmnopqrstuvwxyz`],A=[`1qaz`,`2wsx`,`3edc`,`4rfv`,`5tgb`,`6yhn`,`7ujm`,`8ik`,`9ol`,`0p`,`zaq1`,`xsw2`,`cde3`,`vfr4`,`bgt5`,`nhy6`,`mju7`],j=e=>[...e].reverse().join(``),M=[...k,...k.map(j),A.join(``),A.map(j).join(``)];function*N(e,t,n){let r=n[0]??``;for(let i=Math.min(e,O);i>=3;i--){let a=e-i,o=t.slice(a,e);for(let[t,r]of n.entries()){let n=r.slice(a,e),s=D.get(n)??D.get(j(n));if(s===void 0)continue;let c=o===o.toLowerCase()?0:/^\p{Lu}\P{Lu}*$/u.test(o)||o===o.toUpperCase()?1:3;yield{length:i,bits:s+c+(t>0?1.5:0),problem:`common`}}let s=r.slice(a,e);M.some(e=>e.includes(s))&&(yield{length:i,bits:4+Math.log2(i),problem:`common`}),new Set(s).size===1&&(yield{length:i,bits:5+Math.log2(i),problem:`repeats`})}for(let t=Math.floor(e/2);t>=4;t--)if(r.slice(0,e-t).includes(r.slice(e-t,e))){yield{length:t,bits:3,problem:`repeats`};break}/(?:19|20)\d\d$/.test(r.slice(0,e))&&(yield{length:4,bits:6,problem:`common`});let i=/(?:\d{1,2}[./-]?\d{1,2}[./-]?(?:19|20)\d\d|(?:19|20)\d\d[./-]?\d\d[./-]?\d\d)$/.exec(r.slice(Math.max(0,e-10),e));i&&(yield{length:i[0].length,bits:13,problem:`common`}),yield{length:1,bits:P(t.charAt(e-1),t.charAt(e-2))}}function P(e,t){return/[\s_.,-]/.test(e)?.7:/[!?]/.test(e)?2:/\d/.test(e)?3.3:/\p{Ll}/u.test(e)?3.4:/\p{Lu}/u.test(e)?/\p{L}/u.test(t)||t===``?4.4:3.8:4.5}function F(e){let t=e.normalize(`NFC`).slice(0,E),n=x(t),r=w(n),i=[{bits:0,covered:{common:0,repeats:0,famous:0}}];for(let e=1;e<=t.length;e++){let a=r.filter(t=>t.end===e).map(({start:t})=>({length:e-t,bits:9,problem:`famous`})),o;for(let{length:r,bits:s,problem:c}of[...a,...N(e,t,n)]){let t=i[e-r];!t||o&&o.bits<=t.bits+s||(o={bits:t.bits+s,covered:c?{...t.covered,[c]:t.covered[c]+r}:t.covered})}o&&i.push(o)}let{bits:a,covered:o}=i.at(-1)??{bits:0,covered:{common:0,repeats:0,famous:0}},s=o.famous>0?`famous`:o.repeats>=o.common?`repeats`:`common`;return{bits:a,problem:o.repeats+o.common===0&&o.famous===0?`common`:s}}var I={famous:a(`This is a known line, and those are tried first. Choose words that do not belong together.`),repeats:a(`It repeats itself. Add other words instead.`),common:a(`Common words, years and patterns are tried first, also with signs for letters. Add words that do not belong together.`)};function L(e){let t=i(e);if(t<15)return{ok:!1,problem:`short`,message:a(`At least {shortest} characters, or four generated words. {missing} to go.`,{shortest:15,missing:15-t})};let{bits:n,problem:r}=F(e);return n<T?{ok:!1,problem:r,message:I[r]}:n>=75?{ok:!0,strength:`strong`,message:a(`Strong.`)}:n>=50?{ok:!0,strength:`good`,message:a(`Good.`)}:{ok:!0,strength:`fair`,message:a(`Fair. A few more words make it much stronger.`)}}function R(e,t=0){let n=L(e);return n.ok&&o(e)<t?{ok:!1,problem:`short`,message:a(`Your organization wants {least} different words or more.`,{least:t})}:n}async function z(e=0){let{pickWords:t}=await h(async()=>{let{pickWords:e}=await import(`./passphrase-words-Bv1N6gyh.js`);return{pickWords:e}},__vite__mapDeps([0,1]));for(;;){let n=t(e=>crypto.getRandomValues(new Uint8Array(e)),Math.max(4,e));if(R(n,e).ok)return n}}var B=n();function V({ref:e,onGood:n,isSet:r=!1}){let{passphraseWordsAtLeast:i=0}=p(),[o,s]=(0,g.useState)(!1),[m,h]=(0,g.useState)(null),[_,v]=(0,g.useState)(!1),y=(0,g.useRef)(null),b=(0,g.useRef)(null),x=(0,g.useRef)(null);(0,g.useImperativeHandle)(e,()=>({read:()=>b.current?.value??y.current?.textContent??``}),[]);let S=o?m?.verdict.ok===!0&&m.repeated===`same`:_,C=(0,g.useRef)(n);C.current=n,(0,g.useEffect)(()=>void C.current(S),[S]),(0,g.useEffect)(()=>{let e=y.current;if(!o&&e)return H(e,i).then(v),()=>{e.textContent=``}},[o,i]);let w=()=>{let e=b.current?.value??``,t=x.current?.value??``;h(e===``?null:{verdict:R(e,i),repeated:t===``?`not yet`:t===e?`same`:`other`})},T=e=>{h(null),v(!1),s(e)};return(0,B.jsxs)(`fieldset`,{className:`stack`,children:[(0,B.jsx)(`legend`,{children:(0,B.jsx)(`strong`,{children:a(`Your passphrase`)})}),!r&&(0,B.jsx)(d,{group:`passphrase`,name:i>4?a(`{least} random words`,{least:i}):a(`Four random words`),note:a(`Strong and easy to type. Write them down.`),isChosen:!o,onChoose:()=>T(!1)}),!o&&(0,B.jsxs)(`div`,{className:`cluster`,children:[(0,B.jsx)(`output`,{ref:y,className:`words`,translate:`no`,"aria-label":a(`Your four words`),"data-keyway":`words`}),!r&&(0,B.jsxs)(l,{onPress:()=>y.current&&void H(y.current,i).then(v),children:[(0,B.jsx)(t,{size:15,"aria-hidden":`true`}),a(`Other words`)]})]}),!r&&(0,B.jsx)(d,{group:`passphrase`,name:a(`My own`),note:a(`At least 15 characters. You may paste it from a password manager.`),isChosen:o,onChoose:()=>T(!0),limit:i>0&&(0,B.jsx)(f,{children:a(`{least} different words or more`,{least:i})})}),o&&!r&&(0,B.jsxs)(`div`,{className:`stack`,children:[(0,B.jsx)(c,{ref:b,label:a(`Passphrase`),onType:w}),(0,B.jsx)(c,{ref:x,label:a(`The same again`),onType:w}),(0,B.jsx)(`div`,{role:`status`,children:m&&(0,B.jsx)(u,{tone:m.verdict.ok&&m.repeated!==`other`?`works`:`needs`,children:m.verdict.ok&&m.repeated===`other`?a(`The two are not the same yet.`):m.verdict.message})})]})]})}async function H(e,t){let n=await z(t);return e.isConnected?(e.textContent=n,!0):!1}export{z as n,V as t};