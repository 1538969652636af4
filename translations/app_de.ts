<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Plumbline</source>
            <translation>Über Plumbline</translation>
        </message>
        <message>
            <source>Plumbline %1</source>
            <extracomment>%1 the version</extracomment>
            <translation>Plumbline %1</translation>
        </message>
        <message>
            <source>History, review, environments and drift for infrastructure that lives in Git.

Free software under the GNU General Public License, version 3 or later.
Built on Qt %1, libgit2, KSyntaxHighlighting, libfyaml and the Breeze icons.</source>
            <translation>Verlauf, Review, Umgebungen und Drift für Infrastruktur, die in Git lebt.

Freie Software unter der GNU General Public License, Version 3 oder neuer.
Baut auf Qt %1, libgit2, KSyntaxHighlighting, libfyaml und den Breeze-Symbolen auf.</translation>
        </message>
    </context>
    <context>
        <name>Ai</name>
        <message>
            <source>The answer is not the JSON object that was asked for.</source>
            <translation>Die Antwort ist nicht das verlangte JSON-Objekt.</translation>
        </message>
        <message>
            <source>The answer lacks “%1”.</source>
            <translation>In der Antwort fehlt „%1“.</translation>
        </message>
        <message>
            <source>The answer holds “%1”, which was not asked for.</source>
            <translation>Die Antwort enthält „%1“, das nicht verlangt war.</translation>
        </message>
        <message>
            <source>“%1” of the answer is not as asked for.</source>
            <translation>„%1“ in der Antwort ist nicht wie verlangt.</translation>
        </message>
        <message>
            <source>What answered is no model but a page or a program.</source>
            <translation>Geantwortet hat kein Modell, sondern eine Seite oder ein Programm.</translation>
        </message>
        <message>
            <source>“%1” is not an address of a model provider.</source>
            <translation>„%1“ ist keine Adresse eines Modellanbieters.</translation>
        </message>
        <message>
            <source>An address looks like https://host/v1.</source>
            <translation>Eine Adresse sieht so aus: https://host/v1.</translation>
        </message>
        <message>
            <source>The address of a model provider must not hold a name or password.</source>
            <translation>Die Adresse eines Modellanbieters darf weder Namen noch Passwort enthalten.</translation>
        </message>
        <message>
            <source>Keys are kept in the keyring, or come from the environment.</source>
            <translation>Schlüssel liegen im Schlüsselbund oder kommen aus der Umgebung.</translation>
        </message>
        <message>
            <source>Azure OpenAI needs the address of your resource.</source>
            <translation>Azure OpenAI braucht die Adresse der eigenen Ressource.</translation>
        </message>
        <message>
            <source>It looks like https://NAME.openai.azure.com.</source>
            <translation>Sie sieht so aus: https://NAME.openai.azure.com.</translation>
        </message>
        <message>
            <source>%1 is not encrypted: your key and your changes could be read on the way.</source>
            <translation>%1 ist nicht verschlüsselt: Schlüssel und Änderungen könnten unterwegs gelesen werden.</translation>
        </message>
        <message>
            <source>Use https; http is for servers on this computer alone.</source>
            <translation>https verwenden; http ist nur für Server auf diesem Computer.</translation>
        </message>
        <message>
            <source>The model provider cannot be reached.</source>
            <translation>Der Modellanbieter ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>The model provider took too long.</source>
            <translation>Der Modellanbieter brauchte zu lange.</translation>
        </message>
        <message>
            <source>What answered is not the model provider that was set up.</source>
            <translation>Geantwortet hat nicht der eingerichtete Modellanbieter.</translation>
        </message>
        <message>
            <source>The model provider did not accept the key.</source>
            <translation>Der Modellanbieter hat den Schlüssel nicht angenommen.</translation>
        </message>
        <message>
            <source>The model provider knows no such address or model.</source>
            <translation>Der Modellanbieter kennt diese Adresse oder dieses Modell nicht.</translation>
        </message>
        <message>
            <source>The account with the model provider has nothing left to spend.</source>
            <translation>Das Guthaben beim Modellanbieter ist aufgebraucht.</translation>
        </message>
        <message>
            <source>The model provider accepts no more requests for now.</source>
            <translation>Der Modellanbieter nimmt vorerst keine weiteren Anfragen an.</translation>
        </message>
        <message>
            <source>The model provider is overloaded or failing.</source>
            <translation>Der Modellanbieter ist überlastet oder gestört.</translation>
        </message>
        <message>
            <source>The change is longer than what the model can read at once.</source>
            <translation>Die Änderung ist länger, als das Modell auf einmal lesen kann.</translation>
        </message>
        <message>
            <source>The model provider's content filter refused the request.</source>
            <translation>Der Inhaltsfilter des Modellanbieters hat die Anfrage abgelehnt.</translation>
        </message>
        <message>
            <source>The model refused to answer.</source>
            <translation>Das Modell hat die Antwort verweigert.</translation>
        </message>
        <message>
            <source>The model provider did not understand the request.</source>
            <translation>Der Modellanbieter hat die Anfrage nicht verstanden.</translation>
        </message>
        <message>
            <source>The model provider's answer could not be read.</source>
            <translation>Die Antwort des Modellanbieters ließ sich nicht lesen.</translation>
        </message>
        <message>
            <source>The model answered nothing.</source>
            <translation>Das Modell hat nichts geantwortet.</translation>
        </message>
        <message>
            <source>The model's answer broke off.</source>
            <translation>Die Antwort des Modells brach ab.</translation>
        </message>
        <message>
            <source>It asks to wait until %1.</source>
            <translation>Er bittet, bis %1 zu warten.</translation>
        </message>
        <message>
            <source>Check the key under Preferences, or in the environment.</source>
            <translation>Den Schlüssel in den Einstellungen oder in der Umgebung prüfen.</translation>
        </message>
        <message>
            <source>Check the address and the model under Preferences.</source>
            <translation>Adresse und Modell in den Einstellungen prüfen.</translation>
        </message>
        <message>
            <source>Request %1</source>
            <translation>Anfrage %1</translation>
        </message>
        <message>
            <source>The name leads to an address that no provider has: of this computer, of the local link, or of no network.</source>
            <translation>Der Name führt zu einer Adresse, die kein Anbieter hat: von diesem Computer, vom lokalen Link oder aus keinem Netzwerk.</translation>
        </message>
        <message>
            <source>The answer is too long.</source>
            <translation>Die Antwort ist zu lang.</translation>
        </message>
        <message>
            <source>The count of requests to the model provider cannot be kept.</source>
            <translation>Die Anzahl der Anfragen an den Modellanbieter lässt sich nicht festhalten.</translation>
        </message>
    </context>
    <context>
        <name>AskDialog</name>
        <message>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <source>Password or access token</source>
            <translation>Passwort oder Zugriffstoken</translation>
        </message>
        <message>
            <source>Passphrase of a key</source>
            <translation>Passphrase eines Schlüssels</translation>
        </message>
        <message>
            <source>Unknown host</source>
            <translation>Unbekannter Host</translation>
        </message>
        <message>
            <source>Allow this</source>
            <translation>Erlauben</translation>
        </message>
        <message>
            <source>Question of a program</source>
            <translation>Frage eines Programms</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>%1: "Fetching from origin", %2: an address</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Host: %1</source>
            <extracomment>%1: a computer</extracomment>
            <translation>Host: %1</translation>
        </message>
        <message>
            <source>The question names another host: %1</source>
            <extracomment>%1: a computer</extracomment>
            <translation>Die Frage nennt einen anderen Host: %1</translation>
        </message>
        <message>
            <source>User name: %1</source>
            <extracomment>%1: a user's name</extracomment>
            <translation>Benutzername: %1</translation>
        </message>
        <message>
            <source>This host was never talked to from here. Compare its fingerprint with one from a source that you trust; whoever answers in its place would see what you send.</source>
            <translation>Mit diesem Host wurde von hier aus noch nie kommuniziert. Den Fingerabdruck mit dem aus einer vertrauenswürdigen Quelle vergleichen; wer an seiner Stelle antwortet, sähe alles, was gesendet wird.</translation>
        </message>
        <message>
            <source>A program that Git started asks, in its own words:</source>
            <translation>Ein von Git gestartetes Programm fragt in seinen eigenen Worten:</translation>
        </message>
        <message>
            <source>Trust this host</source>
            <translation>Diesem Host vertrauen</translation>
        </message>
        <message>
            <source>Allow</source>
            <translation>Erlauben</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antworten</translation>
        </message>
    </context>
    <context>
        <name>AtomicFile</name>
        <message>
            <source>%1 cannot be written.</source>
            <translation>%1 kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>%1 is not used for the audit trail: it is a link or belongs to somebody else.</source>
            <translation>%1 wird nicht für das Audit-Protokoll verwendet: Es ist ein Link oder gehört jemand anderem.</translation>
        </message>
        <message>
            <source>The audit trail cannot be written.</source>
            <translation>Das Audit-Protokoll lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>What is not recorded is not done. XDG_STATE_HOME says where the trail is.</source>
            <translation>Was nicht aufgezeichnet wird, wird nicht ausgeführt. XDG_STATE_HOME gibt an, wo das Protokoll liegt.</translation>
        </message>
        <message>
            <source>The audit trail cannot be read.</source>
            <translation>Das Audit-Protokoll lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>Another program holds the audit trail.</source>
            <translation>Ein anderes Programm hält das Audit-Protokoll.</translation>
        </message>
        <message>
            <source>Try again when it is done.</source>
            <translation>Erneut versuchen, wenn es fertig ist.</translation>
        </message>
        <message>
            <source>The audit trail is being replaced all the time.</source>
            <translation>Das Audit-Protokoll wird ständig ersetzt.</translation>
        </message>
        <message>
            <source>There is no audit trail yet.</source>
            <translation>Es gibt noch kein Audit-Protokoll.</translation>
        </message>
        <message>
            <source>records had been cut off</source>
            <translation>Einträge waren abgeschnitten</translation>
        </message>
        <message>
            <source>the line before was no record</source>
            <translation>die Zeile davor war kein Eintrag</translation>
        </message>
        <message>
            <source>what keeps the end was missing</source>
            <translation>was das Ende festhält, fehlte</translation>
        </message>
        <message>
            <source>what keeps the end was damaged</source>
            <translation>was das Ende festhält, war beschädigt</translation>
        </message>
        <message>
            <source>the line before was not the one that was written last</source>
            <translation>die Zeile davor war nicht die zuletzt geschriebene</translation>
        </message>
        <message>
            <source>There are no records</source>
            <translation>Es gibt keine Einträge</translation>
        </message>
        <message numerus="yes">
            <source>All %n record(s) are as they were written</source>
            <translation>
                <numerusform>Der eine Eintrag ist so, wie er geschrieben wurde</numerusform>
                <numerusform>Alle %n Einträge sind so, wie sie geschrieben wurden</numerusform>
            </translation>
        </message>
        <message>
            <source>Line %1 is no record</source>
            <translation>Zeile %1 ist kein Eintrag</translation>
        </message>
        <message>
            <source>Before line %1 records are missing: %2</source>
            <extracomment>%1: a line; %2: how many</extracomment>
            <translation>Vor Zeile %1 fehlen Einträge: %2</translation>
        </message>
        <message>
            <source>Line %1 does not belong there: it was moved or copied</source>
            <translation>Zeile %1 gehört nicht dorthin: Sie wurde verschoben oder kopiert</translation>
        </message>
        <message>
            <source>Line %1 was changed after it was written</source>
            <translation>Zeile %1 wurde nach dem Schreiben geändert</translation>
        </message>
        <message>
            <source>From line %1 on records were cut off: %2</source>
            <translation>Ab Zeile %1 wurden Einträge abgeschnitten: %2</translation>
        </message>
        <message>
            <source>What keeps the end is missing or damaged, so that records behind line %1 may be cut off</source>
            <translation>Was das Ende festhält, fehlt oder ist beschädigt, sodass nach Zeile %1 Einträge abgeschnitten sein können</translation>
        </message>
        <message>
            <source>Before line %1 the trail was damaged: %2</source>
            <translation>Vor Zeile %1 war das Protokoll beschädigt: %2</translation>
        </message>
        <message>
            <source>Line %1 is another one than was noted down</source>
            <translation>Zeile %1 ist eine andere als die notierte</translation>
        </message>
        <message>
            <source>A record was not finished; the next one puts aside what there is of it</source>
            <translation>Ein Eintrag wurde nicht fertig; der nächste legt beiseite, was davon da ist</translation>
        </message>
        <message>
            <source>Unfinished records were put aside: %1</source>
            <translation>Unfertige Einträge wurden beiseitegelegt: %1</translation>
        </message>
        <message>
            <source>Other users may read or write the trail; the next record sets that right</source>
            <translation>Andere Benutzer dürfen das Protokoll lesen oder schreiben; der nächste Eintrag behebt das</translation>
        </message>
        <message>
            <source>Whether all of it was replaced is known only with an end that was noted down</source>
            <translation>Ob alles ersetzt wurde, zeigt sich nur an einem notierten Ende</translation>
        </message>
    </context>
    <context>
        <name>AuditController</name>
        <message>
            <source>%1 cannot be written</source>
            <translation>%1 kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>No audit trail is kept here</source>
            <translation>Hier wird kein Audit-Protokoll geführt</translation>
        </message>
    </context>
    <context>
        <name>AuditItems</name>
        <message>
            <source>Line</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Repository</source>
            <translation>Repository</translation>
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message>
            <source>Records</source>
            <translation>Einträge</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter the audit trail</source>
            <translation>Audit-Protokoll filtern</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>Gesamter Zeitraum</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Letzte Woche</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>The record</source>
            <translation>Der Eintrag</translation>
        </message>
        <message>
            <source>Reading the audit trail</source>
            <translation>Audit-Protokoll wird gelesen</translation>
        </message>
        <message>
            <source>No records</source>
            <translation>Keine Einträge</translation>
        </message>
        <message>
            <source>Each draft that is used, in this window or by ai-cli, is recorded here: when, by whom, and what became of it. Texts and secrets are not.</source>
            <translation>Jeder Entwurf, der in diesem Fenster oder mit ai-cli verwendet wird, wird hier aufgezeichnet: wann, von wem und was daraus wurde. Texte und Geheimnisse nicht.</translation>
        </message>
        <message>
            <source>Of every repository</source>
            <translation>Aus allen Repositorys</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Copy the record</source>
            <translation>Eintrag kopieren</translation>
        </message>
        <message>
            <source>Copy the end, to be noted down</source>
            <translation>Ende zum Notieren kopieren</translation>
        </message>
        <message>
            <source>Close the audit trail</source>
            <translation>Audit-Protokoll schließen</translation>
        </message>
        <message>
            <source>Kept elsewhere, it shows later that nothing was cut off or replaced: ai-cli audit verify --head</source>
            <translation>Anderswo aufbewahrt, zeigt es später, dass nichts abgeschnitten oder ersetzt wurde: ai-cli audit verify --head</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) exported to %1</source>
            <extracomment>%1: a file's name</extracomment>
            <translation>
                <numerusform>%n Eintrag nach %1 exportiert</numerusform>
                <numerusform>%n Einträge nach %1 exportiert</numerusform>
            </translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>Intakt</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message numerus="yes">
            <source>The newest %n are shown</source>
            <translation>
                <numerusform>Nur der neueste wird angezeigt</numerusform>
                <numerusform>Die neuesten %n werden angezeigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) are no records</source>
            <translation>
                <numerusform>%n Zeile ist kein Eintrag</numerusform>
                <numerusform>%n Zeilen sind keine Einträge</numerusform>
            </translation>
        </message>
        <message>
            <source>Export the audit trail</source>
            <translation>Audit-Protokoll exportieren</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Kommagetrennte Werte (*.csv)</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
    </context>
    <context>
        <name>AuthorRow</name>
        <message>
            <source>Me, now</source>
            <translation>Ich, jetzt</translation>
        </message>
        <message>
            <source>Author of the commit</source>
            <translation>Autor des Commits</translation>
        </message>
        <message>
            <source>Date of the commit</source>
            <translation>Datum des Commits</translation>
        </message>
        <message>
            <source>Replace the author of the last commit by you, and its date by now</source>
            <translation>Beim letzten Commit den Autor durch die eigene Identität und das Datum durch die aktuelle Zeit ersetzen</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Autor</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Leave author and date to Git</source>
            <translation>Autor und Datum Git überlassen</translation>
        </message>
        <message>
            <source>Write the author as Name &lt;address&gt;</source>
            <translation>Den Autor als Name &lt;Adresse&gt; schreiben</translation>
        </message>
        <message>
            <source>Write the date as %1</source>
            <translation>Das Datum als %1 schreiben</translation>
        </message>
    </context>
    <context>
        <name>BisectBar</name>
        <message>
            <source>Good</source>
            <translation>Gut</translation>
        </message>
        <message>
            <source>The fault is not in what is checked out</source>
            <translation>Der Fehler ist im ausgecheckten Stand nicht enthalten</translation>
        </message>
        <message>
            <source>Bad</source>
            <translation>Schlecht</translation>
        </message>
        <message>
            <source>The fault is in what is checked out</source>
            <translation>Der Fehler ist im ausgecheckten Stand enthalten</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>What is checked out cannot be tested</source>
            <translation>Der ausgecheckte Stand lässt sich nicht testen</translation>
        </message>
    </context>
    <context>
        <name>BisectController</name>
        <message>
            <source>Bisecting</source>
            <translation>Bisect läuft</translation>
        </message>
        <message>
            <source>%1 is the first bad commit: %2</source>
            <extracomment>%1: the short id of a commit; %2: its subject</extracomment>
            <translation>%1 ist der erste schlechte Commit: %2</translation>
        </message>
        <message numerus="yes">
            <source>One of %n commit(s) is the first bad one, and the others could not be tested: %1</source>
            <extracomment>%1: short ids of commits</extracomment>
            <translation>
                <numerusform>Von %n Commit ist einer der erste schlechte, und die anderen ließen sich nicht testen: %1</numerusform>
                <numerusform>Einer von %n Commits ist der erste schlechte, und die anderen ließen sich nicht testen: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Test %1, which is checked out now; %n commit(s) are left behind it</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>
                <numerusform>%1 testen, jetzt ausgecheckt; danach bleibt noch %n Commit übrig</numerusform>
                <numerusform>%1 testen, jetzt ausgecheckt; danach bleiben noch %n Commits übrig</numerusform>
            </translation>
        </message>
        <message>
            <source>Marked as good. Mark a commit that is bad, and bisecting begins.</source>
            <translation>Als gut markiert. Sobald ein schlechter Commit markiert ist, beginnt Bisect.</translation>
        </message>
        <message>
            <source>Marked as bad. Mark a commit that is good, and bisecting begins.</source>
            <translation>Als schlecht markiert. Sobald ein guter Commit markiert ist, beginnt Bisect.</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
    </context>
    <context>
        <name>BlameController</name>
        <message>
            <source>Where the line was before is not known: %1</source>
            <translation>Wo die Zeile vorher war, ist nicht bekannt: %1</translation>
        </message>
        <message>
            <source>Blame was stopped.</source>
            <translation>Blame wurde angehalten.</translation>
        </message>
        <message>
            <source>Open the file again to go on.</source>
            <translation>Zum Fortsetzen die Datei erneut öffnen.</translation>
        </message>
        <message>
            <source>Stopped: not all lines are known. Open the file again to go on.</source>
            <translation>Angehalten: Nicht alle Zeilen sind bekannt. Zum Fortsetzen die Datei erneut öffnen.</translation>
        </message>
        <message>
            <source>Stopped: the file has changed since. Open it again to go on.</source>
            <translation>Angehalten: Die Datei hat sich inzwischen geändert. Zum Fortsetzen erneut öffnen.</translation>
        </message>
    </context>
    <context>
        <name>BlamePage</name>
        <message>
            <source>Blame a file…</source>
            <translation>Blame einer Datei…</translation>
        </message>
        <message>
            <source>Go to the line's commit</source>
            <translation>Zum Commit der Zeile gehen</translation>
        </message>
        <message>
            <source>Blame what was there before</source>
            <translation>Blame des vorherigen Stands</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>File history</source>
            <translation>Dateiverlauf</translation>
        </message>
        <message>
            <source>Find in the file</source>
            <translation>In der Datei suchen</translation>
        </message>
        <message>
            <source>Close blame</source>
            <translation>Blame schließen</translation>
        </message>
        <message>
            <source>The commit of the current line</source>
            <translation>Der Commit der aktuellen Zeile</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Datei wird gelesen</translation>
        </message>
        <message>
            <source>No file is open here</source>
            <translation>Hier ist keine Datei geöffnet</translation>
        </message>
        <message>
            <source>Type a path above, or choose a file on the History or Changes page and press Ctrl+Shift+B.</source>
            <translation>Oben einen Pfad eingeben oder auf der Seite „Verlauf“ oder „Änderungen“ eine Datei auswählen und Ctrl+Shift+B drücken.</translation>
        </message>
        <message>
            <source>Trust this repository…</source>
            <translation>Diesem Repository vertrauen…</translation>
        </message>
        <message>
            <source>Blaming %1</source>
            <translation>Blame von %1 läuft</translation>
        </message>
        <message>
            <source>Work tree</source>
            <translation>Arbeitsverzeichnis</translation>
        </message>
        <message>
            <source>At %1</source>
            <translation>Bei %1</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of more than %2</source>
            <translation>%1 von mehr als %2</translation>
        </message>
    </context>
    <context>
        <name>BlameView</name>
        <message>
            <source>Lines with their commits</source>
            <translation>Zeilen mit ihren Commits</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Noch nicht bekannt</translation>
        </message>
        <message>
            <source>Not committed yet</source>
            <translation>Noch nicht committet</translation>
        </message>
        <message>
            <source>what is older is not known</source>
            <translation>Älteres ist nicht bekannt</translation>
        </message>
        <message>
            <source>Line %1: %2. %3</source>
            <extracomment>%1: number of a line, %2: its text, %3: its commit</extracomment>
            <translation>Zeile %1: %2. %3</translation>
        </message>
        <message>
            <source>not committed</source>
            <translation>nicht committet</translation>
        </message>
    </context>
    <context>
        <name>BoundedText</name>
        <message numerus="yes">
            <source>(%n more character(s))</source>
            <translation>
                <numerusform>(%n weiteres Zeichen)</numerusform>
                <numerusform>(%n weitere Zeichen)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BranchActionsController</name>
        <message>
            <source>Renaming %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 wird umbenannt</translation>
        </message>
        <message>
            <source>%1 is %2 now</source>
            <extracomment>%1 and %2: names of a branch</extracomment>
            <translation>%1 heißt jetzt %2</translation>
        </message>
        <message>
            <source>Looking for what only %1 has</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Es wird gesucht, was nur %1 hat</translation>
        </message>
        <message>
            <source>Deleting %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 wird gelöscht</translation>
        </message>
        <message>
            <source>Deleted %1. Undo brings it back.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 gelöscht. „Rückgängig machen“ holt den Branch zurück.</translation>
        </message>
        <message>
            <source>Deleting the tag %1</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Tag %1 wird gelöscht</translation>
        </message>
        <message>
            <source>Deleted the tag %1. Undo brings it back.</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Tag %1 gelöscht. „Rückgängig machen“ holt ihn zurück.</translation>
        </message>
        <message>
            <source>Setting what %1 follows</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Es wird festgelegt, wem %1 folgt</translation>
        </message>
        <message>
            <source>%1 follows %2 now</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>%1 folgt jetzt %2</translation>
        </message>
        <message>
            <source>%1 follows nothing now</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 folgt jetzt keinem Branch</translation>
        </message>
        <message>
            <source>Merging %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 wird gemergt</translation>
        </message>
        <message>
            <source>%1 has everything of %2 already</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>%1 enthält schon alles von %2</translation>
        </message>
        <message>
            <source>%1 is where %2 is now</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>%1 steht jetzt dort, wo %2 steht</translation>
        </message>
        <message>
            <source>The changes of %1 are staged, to be committed</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Die Änderungen von %1 sind vorgemerkt und können committet werden</translation>
        </message>
        <message numerus="yes">
            <source>Merging %1 stopped at conflicts in %n file(s)</source>
            <extracomment>%1: a branch</extracomment>
            <translation>
                <numerusform>Das Mergen von %1 hielt bei Konflikten in %n Datei an</numerusform>
                <numerusform>Das Mergen von %1 hielt bei Konflikten in %n Dateien an</numerusform>
            </translation>
        </message>
        <message>
            <source>Merged %1 into %2</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>%1 in %2 gemergt</translation>
        </message>
    </context>
    <context>
        <name>BranchDistances</name>
        <message>
            <source>gone</source>
            <extracomment>what a branch follows is not there any more</extracomment>
            <translation>fehlt</translation>
        </message>
    </context>
    <context>
        <name>BranchMenu</name>
        <message>
            <source>Check out branch…</source>
            <translation>Branch auschecken…</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>Auschecken</translation>
        </message>
        <message>
            <source>Merge branch…</source>
            <translation>Branch mergen…</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Mergen</translation>
        </message>
        <message>
            <source>Merge branch with options…</source>
            <translation>Branch mit Optionen mergen…</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>Mergen…</translation>
        </message>
        <message>
            <source>Fast-forward to branch…</source>
            <translation>Zu Branch vorspulen…</translation>
        </message>
        <message>
            <source>Fast-forward</source>
            <translation>Vorspulen</translation>
        </message>
        <message>
            <source>Rename branch…</source>
            <translation>Branch umbenennen…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Set upstream of branch…</source>
            <translation>Upstream eines Branchs setzen…</translation>
        </message>
        <message>
            <source>Set upstream…</source>
            <translation>Upstream setzen…</translation>
        </message>
        <message>
            <source>Unset upstream of branch…</source>
            <translation>Upstream eines Branchs entfernen…</translation>
        </message>
        <message>
            <source>Unset upstream</source>
            <translation>Upstream entfernen</translation>
        </message>
        <message>
            <source>Delete branch…</source>
            <translation>Branch löschen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Create branch there…</source>
            <translation>Branch dort anlegen…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Commits up to %1 are on no branch. A branch keeps them.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Commits bis %1 sind auf keinem Branch. Ein Branch bewahrt sie.</translation>
        </message>
        <message>
            <source>Open the &amp;stash</source>
            <translation>&amp;Stash öffnen</translation>
        </message>
        <message>
            <source>Show reflo&amp;g</source>
            <translation>Reflo&amp;g anzeigen</translation>
        </message>
        <message>
            <source>Check o&amp;ut</source>
            <translation>A&amp;uschecken</translation>
        </message>
        <message>
            <source>&amp;Delete at %1…</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Bei %1 &amp;löschen…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>P&amp;ush to %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Zu %1 p&amp;ushen</translation>
        </message>
        <message>
            <source>Delete a&amp;t %1…</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Bei %1 lösc&amp;hen…</translation>
        </message>
        <message>
            <source>&amp;Merge into %1</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>In %1 &amp;mergen</translation>
        </message>
        <message>
            <source>Merge into %1 &amp;with options…</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>Mit &amp;Optionen in %1 mergen…</translation>
        </message>
        <message>
            <source>&amp;Fast-forward %1 to it</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>%1 hierher &amp;vorspulen</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>Um&amp;benennen…</translation>
        </message>
        <message>
            <source>Set u&amp;pstream…</source>
            <translation>U&amp;pstream setzen…</translation>
        </message>
        <message>
            <source>Stop following %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 nicht mehr folgen</translation>
        </message>
        <message>
            <source>Name of the branch</source>
            <translation>Name des Branchs</translation>
        </message>
        <message>
            <source>There is no branch of this name.</source>
            <translation>Es gibt keinen Branch dieses Namens.</translation>
        </message>
        <message>
            <source>Rename %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 umbenennen</translation>
        </message>
        <message>
            <source>It goes on following %1, which keeps its name.</source>
            <translation>Er folgt weiterhin %1; dessen Name bleibt gleich.</translation>
        </message>
        <message>
            <source>New name of the branch</source>
            <translation>Neuer Name des Branchs</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Upstream of %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Upstream von %1</translation>
        </message>
        <message>
            <source>Pulling takes from it, and how far the two are apart is shown.</source>
            <translation>Pull holt von dort, und der Abstand zwischen beiden wird angezeigt.</translation>
        </message>
        <message>
            <source>Branch to follow</source>
            <translation>Branch, dem gefolgt wird</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Folgen</translation>
        </message>
        <message>
            <source>%1 follows nothing</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 folgt keinem Branch</translation>
        </message>
        <message>
            <source>All commits of %1 are on other branches or tags as well.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Alle Commits von %1 sind auch auf anderen Branches oder Tags.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) of %1 are on no other branch or tag: they are not merged.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>
                <numerusform>%n Commit von %1 ist auf keinem anderen Branch oder Tag: Er ist nicht gemergt.</numerusform>
                <numerusform>%n Commits von %1 sind auf keinem anderen Branch oder Tag: Sie sind nicht gemergt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete branch</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Branch löschen</translation>
        </message>
        <message>
            <source>Undo brings the branch back.</source>
            <translation>„Rückgängig machen“ holt den Branch zurück.</translation>
        </message>
        <message>
            <source>Delete %1</source>
            <extracomment>%1: a tag</extracomment>
            <translation>%1 löschen</translation>
        </message>
        <message>
            <source>Delete tag</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Tag löschen</translation>
        </message>
        <message>
            <source>The tag %1 is deleted here; at remotes it stays. Undo brings it back, with its message and signature if it has them.</source>
            <translation>Der Tag %1 wird hier gelöscht; bei Remotes bleibt er. „Rückgängig machen“ holt ihn zurück, samt Nachricht und Signatur, falls vorhanden.</translation>
        </message>
        <message>
            <source>Create branch</source>
            <translation>Branch anlegen</translation>
        </message>
        <message>
            <source>At %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Bei %1</translation>
        </message>
    </context>
    <context>
        <name>BranchNames</name>
        <message>
            <source>That is its name already.</source>
            <translation>Das ist bereits der Name.</translation>
        </message>
        <message>
            <source>“%1” is there already.</source>
            <translation>„%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>“%1” stands in the way: a name cannot be a folder of others as well.</source>
            <extracomment>%1: a branch or tag such as "feature" that stands in the way of "feature/x"</extracomment>
            <translation>„%1“ steht im Weg: Ein Name kann nicht zugleich Ordner für andere sein.</translation>
        </message>
    </context>
    <context>
        <name>BusyBar</name>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>CellDetails</name>
        <message>
            <source>Where the version is written</source>
            <translation>Wo die Version geschrieben steht</translation>
        </message>
        <message>
            <source>Versions of this unit, newest first</source>
            <translation>Versionen dieser Einheit, neueste zuerst</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Umgebung</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Commit</source>
            <translation>Commit</translation>
        </message>
        <message>
            <source>%1 in %2: %3</source>
            <translation>%1 in %2: %3</translation>
        </message>
        <message>
            <source> (shared with other environments)</source>
            <translation> (gemeinsam mit anderen Umgebungen)</translation>
        </message>
        <message>
            <source>Since %1 by %2: %3</source>
            <translation>Seit %1 von %2: %3</translation>
        </message>
        <message>
            <source>Show commit %1 in History</source>
            <translation>Commit %1 im Verlauf anzeigen</translation>
        </message>
        <message>
            <source>Since when is not known</source>
            <translation>Seit wann, ist nicht bekannt</translation>
        </message>
        <message>
            <source>Reading history</source>
            <translation>Verlauf wird gelesen</translation>
        </message>
    </context>
    <context>
        <name>ChangesController</name>
        <message>
            <source>Only files in the submodule are changed, and those are not staged here.</source>
            <translation>Nur Dateien im Submodul sind geändert, und die werden hier nicht vorgemerkt.</translation>
        </message>
        <message>
            <source>Commit them in the submodule: then its new commit can be staged.</source>
            <translation>Sie im Submodul committen: Dann lässt sich dessen neuer Commit vormerken.</translation>
        </message>
    </context>
    <context>
        <name>ChangesPage</name>
        <message>
            <source>Commit options</source>
            <translation>Commit-Optionen</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Unstage hunk</source>
            <translation>Vormerkung des Abschnitts aufheben</translation>
        </message>
        <message numerus="yes">
            <source>Unstage %n line(s)</source>
            <translation>
                <numerusform>Vormerkung von %n Zeile aufheben</numerusform>
                <numerusform>Vormerkung von %n Zeilen aufheben</numerusform>
            </translation>
        </message>
        <message>
            <source>Unstage file</source>
            <translation>Vormerkung der Datei aufheben</translation>
        </message>
        <message>
            <source>Stage hunk</source>
            <translation>Abschnitt vormerken</translation>
        </message>
        <message numerus="yes">
            <source>Stage %n line(s)</source>
            <translation>
                <numerusform>%n Zeile vormerken</numerusform>
                <numerusform>%n Zeilen vormerken</numerusform>
            </translation>
        </message>
        <message>
            <source>Stage file</source>
            <translation>Datei vormerken</translation>
        </message>
        <message>
            <source>Discard hunk</source>
            <translation>Abschnitt verwerfen</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n line(s)</source>
            <translation>
                <numerusform>%n Zeile verwerfen</numerusform>
                <numerusform>%n Zeilen verwerfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Discard file</source>
            <translation>Datei verwerfen</translation>
        </message>
        <message>
            <source>No differences to show</source>
            <translation>Keine Unterschiede anzuzeigen</translation>
        </message>
        <message>
            <source>Nothing to commit, the work tree is clean</source>
            <translation>Nichts zu committen, das Arbeitsverzeichnis ist sauber</translation>
        </message>
        <message>
            <source>These changes are not staged</source>
            <translation>Diese Änderungen sind nicht vorgemerkt</translation>
        </message>
        <message>
            <source>These changes are staged already</source>
            <translation>Diese Änderungen sind schon vorgemerkt</translation>
        </message>
        <message>
            <source>These changes are staged: unstage them to discard them</source>
            <translation>Diese Änderungen sind vorgemerkt: zum Verwerfen zuerst die Vormerkung aufheben</translation>
        </message>
        <message>
            <source>Whitespace is ignored, so these are not the lines of the file. Show it again to act on them, or choose the file in the list.</source>
            <translation>Leerraum wird ignoriert, darum sind dies nicht die Zeilen der Datei. Leerraum wieder anzeigen, um mit ihnen zu arbeiten, oder die Datei in der Liste auswählen.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und noch %n</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Large files</source>
            <translation>Große Dateien</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) would make the repository larger for good, for everybody who clones it. Git LFS keeps such files elsewhere.</source>
            <translation>
                <numerusform>%n Datei würde das Repository auf Dauer vergrößern, für alle, die es klonen. Git LFS bewahrt solche Dateien anderswo auf.</numerusform>
                <numerusform>%n Dateien würden das Repository auf Dauer vergrößern, für alle, die es klonen. Git LFS bewahrt solche Dateien anderswo auf.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stage %n large file(s)</source>
            <translation>
                <numerusform>%n große Datei vormerken</numerusform>
                <numerusform>%n große Dateien vormerken</numerusform>
            </translation>
        </message>
        <message>
            <source>Line ends</source>
            <translation>Zeilenenden</translation>
        </message>
        <message>
            <source>The files stay as they are. What is staged has the line ends that the attributes ask for, and the next checkout writes the files with those.</source>
            <translation>Die Dateien bleiben, wie sie sind. Vorgemerkt wird mit den Zeilenenden, die die Attribute verlangen, und beim nächsten Auschecken werden die Dateien mit diesen geschrieben.</translation>
        </message>
        <message>
            <source>Stage with other line ends</source>
            <translation>Mit anderen Zeilenenden vormerken</translation>
        </message>
        <message>
            <source>There is nothing that can be discarded here</source>
            <translation>Hier gibt es nichts, was sich verwerfen lässt</translation>
        </message>
        <message numerus="yes">
            <source>%n tracked file(s) go back to what is staged.</source>
            <translation>
                <numerusform>%n versionierte Datei geht auf den vorgemerkten Stand zurück.</numerusform>
                <numerusform>%n versionierte Dateien gehen auf den vorgemerkten Stand zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n untracked file(s) are deleted.</source>
            <translation>
                <numerusform>%n unversionierte Datei wird gelöscht.</numerusform>
                <numerusform>%n unversionierte Dateien werden gelöscht.</numerusform>
            </translation>
        </message>
        <message>
            <source>Ignored files stay. All of it can be undone.</source>
            <translation>Ignorierte Dateien bleiben. Alles lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <source>Left as they are: conflicts, submodules and repositories of their own:</source>
            <translation>Unverändert bleiben Konflikte, Submodule und eigenständige Repositorys:</translation>
        </message>
        <message>
            <source>Discard all</source>
            <translation>Alles verwerfen</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n file(s)</source>
            <translation>
                <numerusform>%n Datei verwerfen</numerusform>
                <numerusform>%n Dateien verwerfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Ignorieren</translation>
        </message>
        <message>
            <source>This file</source>
            <translation>Diese Datei</translation>
        </message>
        <message>
            <source>Files with the same ending</source>
            <translation>Dateien mit derselben Endung</translation>
        </message>
        <message>
            <source>The folder it lies in</source>
            <translation>Den Ordner, in dem sie liegt</translation>
        </message>
        <message>
            <source>Only on this computer</source>
            <translation>Nur auf diesem Rechner</translation>
        </message>
        <message>
            <source>In the file info/exclude of the Git folder, which is never committed</source>
            <translation>In der Datei info/exclude des Git-Ordners, die nie committet wird</translation>
        </message>
        <message>
            <source>No file that is not staged is chosen</source>
            <translation>Keine nicht vorgemerkte Datei ist ausgewählt</translation>
        </message>
        <message>
            <source>Unstaged</source>
            <translation>Nicht vorgemerkt</translation>
        </message>
        <message>
            <source>Staged</source>
            <translation>Vorgemerkt</translation>
        </message>
        <message>
            <source>Reading status</source>
            <translation>Status wird gelesen</translation>
        </message>
        <message>
            <source>No work tree</source>
            <translation>Kein Arbeitsverzeichnis</translation>
        </message>
        <message>
            <source>This is a bare repository: it has history, but no files to change.</source>
            <translation>Dies ist ein Bare-Repository: Es hat einen Verlauf, aber keine Dateien zum Ändern.</translation>
        </message>
        <message>
            <source>Unstaged %1</source>
            <translation>Nicht vorgemerkt %1</translation>
        </message>
        <message>
            <source>Staged %1</source>
            <translation>Vorgemerkt %1</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Vormerken</translation>
        </message>
        <message>
            <source>Unstage</source>
            <translation>Vormerkung aufheben</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Stage all</source>
            <translation>Alles vormerken</translation>
        </message>
        <message>
            <source>Unstage all</source>
            <translation>Alle Vormerkungen aufheben</translation>
        </message>
        <message>
            <source>Discard all…</source>
            <translation>Alles verwerfen…</translation>
        </message>
        <message>
            <source>Stash…</source>
            <translation>Stash…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig machen</translation>
        </message>
        <message>
            <source>Use draft</source>
            <translation>Entwurf übernehmen</translation>
        </message>
        <message>
            <source>Amend last commit</source>
            <translation>Letzten Commit nachbessern</translation>
        </message>
        <message>
            <source>Commit</source>
            <translation>Committen</translation>
        </message>
        <message>
            <source>Edit message</source>
            <translation>Nachricht bearbeiten</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>Open with</source>
            <translation>Öffnen mit</translation>
        </message>
        <message>
            <source>The selected lines are unchanged. Esc selects nothing, then the whole part is meant.</source>
            <translation>Die ausgewählten Zeilen sind unverändert. Esc hebt die Auswahl auf, dann ist der ganze Abschnitt gemeint.</translation>
        </message>
        <message>
            <source>Committing</source>
            <translation>Commit läuft</translation>
        </message>
        <message>
            <source>Writing changes</source>
            <translation>Änderungen werden geschrieben</translation>
        </message>
        <message>
            <source>Use prepared message</source>
            <translation>Vorbereitete Nachricht übernehmen</translation>
        </message>
        <message>
            <source>Git takes this file for binary, so it is taken as a whole: by its header or in the list.</source>
            <translation>Git hält diese Datei für binär, darum wird sie als Ganzes genommen: über ihren Kopf oder in der Liste.</translation>
        </message>
    </context>
    <context>
        <name>CloneController</name>
        <message>
            <source>The path of a local repository has to be absolute.</source>
            <translation>Der Pfad eines lokalen Repositorys muss absolut sein.</translation>
        </message>
        <message>
            <source>The folder to clone into has to be an absolute path.</source>
            <translation>Der Zielordner des Klons muss ein absoluter Pfad sein.</translation>
        </message>
        <message>
            <source>The clone needs a name.</source>
            <translation>Der Klon braucht einen Namen.</translation>
        </message>
        <message>
            <source>A folder cannot have this name.</source>
            <translation>Ein Ordner kann nicht so heißen.</translation>
        </message>
    </context>
    <context>
        <name>CloneDialog</name>
        <message>
            <source>B&amp;rowse…</source>
            <translation>&amp;Durchsuchen…</translation>
        </message>
        <message>
            <source>Only the &amp;newest commits:</source>
            <translation>Nur die &amp;neuesten Commits:</translation>
        </message>
        <message>
            <source>Clone repository</source>
            <translation>Repository klonen</translation>
        </message>
        <message>
            <source>Cloning</source>
            <translation>Klonen läuft</translation>
        </message>
        <message>
            <source>Address of the repository</source>
            <translation>Adresse des Repositorys</translation>
        </message>
        <message>
            <source>Name of the clone</source>
            <translation>Name des Klons</translation>
        </message>
        <message>
            <source>Folder to clone into</source>
            <translation>Zielordner des Klons</translation>
        </message>
        <message>
            <source>Branch to check out</source>
            <translation>Auszucheckender Branch</translation>
        </message>
        <message>
            <source>The one the repository names</source>
            <translation>Der vom Repository vorgegebene</translation>
        </message>
        <message>
            <source>Number of commits</source>
            <translation>Anzahl der Commits</translation>
        </message>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Adresse</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>&amp;Branch</source>
            <translation>&amp;Branch</translation>
        </message>
        <message>
            <source>Clone</source>
            <translation>Klonen</translation>
        </message>
        <message>
            <source>The clone will be in %1.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Der Klon wird in %1 liegen.</translation>
        </message>
        <message>
            <source>&amp;Old contents of files only when they are needed</source>
            <translation>&amp;Ältere Dateiinhalte erst, wenn sie gebraucht werden</translation>
        </message>
        <message>
            <source>With &amp;submodules, and those in them</source>
            <translation>Mit &amp;Submodulen, auch denen darin</translation>
        </message>
        <message>
            <source>The clone is there, but not all of its submodules: %1</source>
            <extracomment>%1: a sentence</extracomment>
            <translation>Der Klon ist da, aber nicht alle seine Submodule: %1</translation>
        </message>
        <message>
            <source>Work trees and submodules: Update all goes on.</source>
            <translation>Worktrees und Submodule: „Alle aktualisieren“ macht weiter.</translation>
        </message>
        <message>
            <source>A shallow clone (--depth): older history is not in it</source>
            <translation>Ein flacher Klon (--depth): Älterer Verlauf ist nicht darin</translation>
        </message>
        <message>
            <source>A blobless clone (--filter=blob:none): all commits, smaller and faster; git fetches older contents when it needs them, and differences say where they are missing</source>
            <translation>Ein Klon ohne Blobs (--filter=blob:none): alle Commits, kleiner und schneller; Git ruft ältere Inhalte ab, wenn es sie braucht, und Unterschiede sagen, wo sie fehlen</translation>
        </message>
        <message>
            <source>As --recurse-submodules: fetched and checked out, too</source>
            <translation>Wie --recurse-submodules: ebenfalls abgerufen und ausgecheckt</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>CoAuthorDialog</name>
        <message>
            <source>Add a co-author</source>
            <translation>Co-Autor hinzufügen</translation>
        </message>
        <message>
            <source>Who else wrote what is committed. The line is added to the message.</source>
            <translation>Wer sonst am Commit mitgeschrieben hat. Die Zeile wird an die Nachricht angefügt.</translation>
        </message>
        <message>
            <source>Co-author</source>
            <translation>Co-Autor</translation>
        </message>
        <message>
            <source>Add co-author</source>
            <translation>Co-Autor hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>CommandLogController</name>
        <message>
            <source>Commands are not logged here</source>
            <translation>Befehle werden hier nicht protokolliert</translation>
        </message>
    </context>
    <context>
        <name>CommandLogItems</name>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>ok</source>
            <extracomment>%1: a number</extracomment>
            <translation>ok</translation>
        </message>
        <message>
            <source>exit %1</source>
            <translation>Exit %1</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>took too long</source>
            <translation>dauerte zu lange</translation>
        </message>
        <message>
            <source>not started</source>
            <translation>nicht gestartet</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Gestartet</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
    </context>
    <context>
        <name>CommandLogPage</name>
        <message>
            <source>Filter the command log</source>
            <translation>Befehlsprotokoll filtern</translation>
        </message>
        <message>
            <source>Copy as a shell line</source>
            <translation>Als Shell-Zeile kopieren</translation>
        </message>
        <message>
            <source>Copy with what it said</source>
            <translation>Mit Ausgabe kopieren</translation>
        </message>
        <message>
            <source>Close the command log</source>
            <translation>Befehlsprotokoll schließen</translation>
        </message>
        <message>
            <source>Of every repository</source>
            <translation>Aus allen Repositorys</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>The command and what it said</source>
            <translation>Der Befehl und seine Ausgabe</translation>
        </message>
        <message>
            <source>Passwords and tokens are masked; what was typed in is not kept.</source>
            <translation>Passwörter und Token sind maskiert; Eingetipptes wird nicht aufbewahrt.</translation>
        </message>
        <message>
            <source>No commands yet</source>
            <translation>Noch keine Befehle</translation>
        </message>
        <message>
            <source>Each git command that Plumbline runs is listed here, with its time and result.</source>
            <translation>Jeder git-Befehl, den Plumbline ausführt, steht hier mit Zeit und Ergebnis.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Commands found</source>
            <translation>Gefundene Befehle</translation>
        </message>
        <message>
            <source>Type to find a command</source>
            <translation>Tippen, um einen Befehl zu finden</translation>
        </message>
        <message>
            <source>Find a command</source>
            <translation>Befehl suchen</translation>
        </message>
    </context>
    <context>
        <name>CommitActionsController</name>
        <message>
            <source>Checking out %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 wird ausgecheckt</translation>
        </message>
        <message>
            <source>Checked out %1</source>
            <translation>%1 ausgecheckt</translation>
        </message>
        <message>
            <source>Checked out %1; HEAD is on no branch</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 ausgecheckt; HEAD ist auf keinem Branch</translation>
        </message>
        <message>
            <source>Making the branch %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Branch %1 wird angelegt</translation>
        </message>
        <message>
            <source>Made the branch %1</source>
            <translation>Branch %1 angelegt</translation>
        </message>
        <message>
            <source>Making the tag %1</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Tag %1 wird angelegt</translation>
        </message>
        <message>
            <source>Made the tag %1</source>
            <translation>Tag %1 angelegt</translation>
        </message>
        <message>
            <source>Picking %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Cherry-Pick von %1 läuft</translation>
        </message>
        <message>
            <source>Picked %1</source>
            <translation>Cherry-Pick von %1 fertig</translation>
        </message>
        <message>
            <source>Reverting %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 wird revertet</translation>
        </message>
        <message>
            <source>Reverted %1</source>
            <translation>%1 revertet</translation>
        </message>
        <message numerus="yes">
            <source>Picking %n commit(s)</source>
            <translation>
                <numerusform>Cherry-Pick von %n Commit läuft</numerusform>
                <numerusform>Cherry-Pick von %n Commits läuft</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Picked %n commit(s)</source>
            <translation>
                <numerusform>Cherry-Pick von %n Commit fertig</numerusform>
                <numerusform>Cherry-Pick von %n Commits fertig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reverting %n commit(s)</source>
            <translation>
                <numerusform>%n Commit wird revertet</numerusform>
                <numerusform>%n Commits werden revertet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reverted %n commit(s)</source>
            <translation>
                <numerusform>%n Commit revertet</numerusform>
                <numerusform>%n Commits revertet</numerusform>
            </translation>
        </message>
        <message>
            <source>Resetting to %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Es wird auf %1 zurückgesetzt</translation>
        </message>
        <message>
            <source>Reset to %1</source>
            <translation>Auf %1 zurückgesetzt</translation>
        </message>
        <message>
            <source>Reset to %1. Undo takes it back.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Auf %1 zurückgesetzt. „Rückgängig machen“ nimmt es zurück.</translation>
        </message>
        <message numerus="yes">
            <source>Reset to %1; changes in %n file(s) were discarded. Undo brings everything back.</source>
            <translation>
                <numerusform>Auf %1 zurückgesetzt; Änderungen in %n Datei wurden verworfen. „Rückgängig machen“ holt alles zurück.</numerusform>
                <numerusform>Auf %1 zurückgesetzt; Änderungen in %n Dateien wurden verworfen. „Rückgängig machen“ holt alles zurück.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommitBox</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Committing</source>
            <translation>Commit läuft</translation>
        </message>
        <message>
            <source>Output of hooks</source>
            <translation>Ausgabe von Hooks</translation>
        </message>
        <message>
            <source>Amend</source>
            <translation>Nachbessern</translation>
        </message>
        <message>
            <source>Replace the last commit</source>
            <translation>Den letzten Commit ersetzen</translation>
        </message>
        <message>
            <source> on no branch</source>
            <translation> auf keinem Branch</translation>
        </message>
        <message>
            <source>Amend last commit</source>
            <translation>Letzten Commit nachbessern</translation>
        </message>
        <message numerus="yes">
            <source>Commit %n file(s)</source>
            <translation>
                <numerusform>%n Datei committen</numerusform>
                <numerusform>%n Dateien committen</numerusform>
            </translation>
        </message>
        <message>
            <source> without hooks</source>
            <translation> ohne Hooks</translation>
        </message>
        <message>
            <source>A commit is running</source>
            <translation>Ein Commit läuft</translation>
        </message>
        <message>
            <source>Nothing is staged</source>
            <translation>Nichts ist vorgemerkt</translation>
        </message>
        <message>
            <source>The message is empty</source>
            <translation>Die Nachricht ist leer</translation>
        </message>
        <message>
            <source>Committed %1</source>
            <translation>%1 committet</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <extracomment>%1: characters of a line; %2: how many it may have</extracomment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>? The rules in %1 are not read</source>
            <extracomment>%1: a file's name</extracomment>
            <translation>? Die Regeln in %1 werden nicht gelesen</translation>
        </message>
        <message>
            <source>? The rule %1 is not known here</source>
            <extracomment>%1: the name of a rule</extracomment>
            <translation>? Die Regel %1 ist hier nicht bekannt</translation>
        </message>
        <message>
            <source>✓ fits the rules of this repository</source>
            <translation>✓ entspricht den Regeln dieses Repositorys</translation>
        </message>
        <message>
            <source>The usual rules: there is no configuration of commitlint</source>
            <translation>Die üblichen Regeln: Es gibt keine Konfiguration von commitlint</translation>
        </message>
        <message>
            <source>Rules of %1</source>
            <translation>Regeln von %1</translation>
        </message>
        <message numerus="yes">
            <source> (and %n more)</source>
            <translation>
                <numerusform> (und noch %n)</numerusform>
                <numerusform> (und %n weitere)</numerusform>
            </translation>
        </message>
        <message>
            <source>This commit is signed: your key may be waiting for a touch or its passphrase</source>
            <translation>Dieser Commit wird signiert: Der Schlüssel wartet vielleicht auf eine Berührung oder seine Passphrase</translation>
        </message>
        <message>
            <source>Commit merge</source>
            <translation>Merge committen</translation>
        </message>
        <message>
            <source>Files are in conflict</source>
            <translation>Dateien sind in Konflikt</translation>
        </message>
    </context>
    <context>
        <name>CommitDetailsView</name>
        <message>
            <source>✓ Good signature by %1</source>
            <translation>✓ Gültige Signatur von %1</translation>
        </message>
        <message>
            <source>✓ Good signature by %1, whose key nobody vouched for</source>
            <translation>✓ Gültige Signatur von %1, für dessen Schlüssel niemand gebürgt hat</translation>
        </message>
        <message>
            <source>! Good signature by %1, but expired</source>
            <translation>! Gültige Signatur von %1, aber abgelaufen</translation>
        </message>
        <message>
            <source>✗ Signature by %1, whose key was revoked</source>
            <translation>✗ Signatur von %1, dessen Schlüssel widerrufen wurde</translation>
        </message>
        <message>
            <source>✗ Bad signature: this is not what %1 signed</source>
            <translation>✗ Ungültige Signatur: Das ist nicht, was %1 signiert hat</translation>
        </message>
        <message>
            <source>? Signed with the key %1, which is not here</source>
            <translation>? Mit dem Schlüssel %1 signiert, der hier nicht vorliegt</translation>
        </message>
        <message>
            <source>? git finds no signature that it understands</source>
            <translation>? git findet keine Signatur, die es versteht</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Autor</translation>
        </message>
        <message>
            <source>Committer</source>
            <translation>Committer</translation>
        </message>
        <message>
            <source>Commit id</source>
            <translation>Commit-ID</translation>
        </message>
        <message>
            <source>Refs at the commit</source>
            <translation>Refs am Commit</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>(no message)</source>
            <translation>(keine Nachricht)</translation>
        </message>
        <message>
            <source>Committed by %1</source>
            <translation>Committet von %1</translation>
        </message>
        <message>
            <source>Committed %1</source>
            <translation>Committet %1</translation>
        </message>
        <message>
            <source>? Signed, not verified: the repository is not trusted</source>
            <translation>? Signiert, nicht geprüft: Dem Repository wird nicht vertraut</translation>
        </message>
        <message>
            <source>? Signed, not verified: %1</source>
            <translation>? Signiert, nicht geprüft: %1</translation>
        </message>
        <message>
            <source>Signed, verifying…</source>
            <translation>Signiert, wird geprüft…</translation>
        </message>
        <message>
            <source>No parent: the first commit</source>
            <translation>Kein Eltern-Commit: der erste Commit</translation>
        </message>
        <message numerus="yes">
            <source>%n parent(s)</source>
            <translation>
                <numerusform>%n Eltern-Commit</numerusform>
                <numerusform>%n Eltern-Commits</numerusform>
            </translation>
        </message>
        <message>
            <source>Go to parent %1</source>
            <translation>Zum Eltern-Commit %1 gehen</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und noch %n</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommitExtras</name>
        <message>
            <source>Earlier messages</source>
            <translation>Frühere Nachrichten</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Commit options</source>
            <translation>Commit-Optionen</translation>
        </message>
        <message>
            <source>Author, sign-off, signature, hooks, earlier messages</source>
            <translation>Autor, Sign-off, Signatur, Hooks, frühere Nachrichten</translation>
        </message>
        <message>
            <source>Author and date</source>
            <translation>Autor und Datum</translation>
        </message>
        <message>
            <source>Skip hooks for this commit</source>
            <translation>Hooks bei diesem Commit überspringen</translation>
        </message>
        <message>
            <source>Add sign-off</source>
            <translation>Sign-off hinzufügen</translation>
        </message>
        <message>
            <source>Add co-author…</source>
            <translation>Co-Autor hinzufügen…</translation>
        </message>
        <message>
            <source>Add the branch's issue</source>
            <translation>Issue des Branchs hinzufügen</translation>
        </message>
        <message>
            <source>Sign as configured</source>
            <translation>Signieren wie konfiguriert</translation>
        </message>
        <message>
            <source>Sign this commit</source>
            <translation>Diesen Commit signieren</translation>
        </message>
        <message>
            <source>Do not sign this commit</source>
            <translation>Diesen Commit nicht signieren</translation>
        </message>
        <message>
            <source>Use the message template</source>
            <translation>Nachrichtenvorlage verwenden</translation>
        </message>
        <message>
            <source>Earlier messages…</source>
            <translation>Frühere Nachrichten…</translation>
        </message>
        <message>
            <source>No commit was made here yet</source>
            <translation>Hier wurde noch nichts committet</translation>
        </message>
        <message>
            <source>What commit.template says, without its comments</source>
            <translation>Was commit.template enthält, ohne die Kommentare</translation>
        </message>
        <message>
            <source>Commit message</source>
            <translation>Commit-Nachricht</translation>
        </message>
        <message>
            <source>commit.gpgSign is on: the commit is signed</source>
            <translation>commit.gpgSign ist an: Der Commit wird signiert</translation>
        </message>
        <message>
            <source>commit.gpgSign is off: the commit is not signed</source>
            <translation>commit.gpgSign ist aus: Der Commit wird nicht signiert</translation>
        </message>
        <message>
            <source>The name of the branch has none</source>
            <translation>Der Name des Branchs enthält keines</translation>
        </message>
    </context>
    <context>
        <name>CommitItems</name>
        <message>
            <source>Loading</source>
            <translation>Wird geladen</translation>
        </message>
        <message>
            <source>Commit %1 cannot be read</source>
            <translation>Commit %1 kann nicht gelesen werden</translation>
        </message>
        <message numerus="yes">
            <source>merge of %n parent(s)</source>
            <translation>
                <numerusform>Merge von %n Eltern-Commit</numerusform>
                <numerusform>Merge von %n Eltern-Commits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommitList</name>
        <message>
            <source>Commits</source>
            <translation>Commits</translation>
        </message>
    </context>
    <context>
        <name>CommitMenu</name>
        <message>
            <source>Check out this commit</source>
            <translation>Diesen Commit auschecken</translation>
        </message>
        <message>
            <source>Create branch here…</source>
            <translation>Branch hier anlegen…</translation>
        </message>
        <message>
            <source>Create tag here…</source>
            <translation>Tag hier anlegen…</translation>
        </message>
        <message>
            <source>Cherry-pick</source>
            <translation>Cherry-Pick</translation>
        </message>
        <message>
            <source>Revert</source>
            <translation>Reverten</translation>
        </message>
        <message>
            <source>Rebase interactively from here…</source>
            <translation>Ab hier interaktiv rebasen…</translation>
        </message>
        <message>
            <source>Rebase onto this commit…</source>
            <translation>Auf diesen Commit rebasen…</translation>
        </message>
        <message>
            <source>Reset soft (keeps index and work tree)…</source>
            <translation>Soft zurücksetzen (behält Index und Arbeitsverzeichnis)…</translation>
        </message>
        <message>
            <source>Reset mixed (keeps the work tree)…</source>
            <translation>Mixed zurücksetzen (behält das Arbeitsverzeichnis)…</translation>
        </message>
        <message>
            <source>Reset hard (discards changes)…</source>
            <translation>Hard zurücksetzen (verwirft Änderungen)…</translation>
        </message>
        <message>
            <source>Mark as good for bisecting</source>
            <translation>Für Bisect als gut markieren</translation>
        </message>
        <message>
            <source>Mark as bad for bisecting</source>
            <translation>Für Bisect als schlecht markieren</translation>
        </message>
        <message>
            <source>Skip in bisecting</source>
            <translation>Bei Bisect überspringen</translation>
        </message>
        <message>
            <source>Compare with HEAD</source>
            <translation>Mit HEAD vergleichen</translation>
        </message>
        <message>
            <source>Compare with work tree</source>
            <translation>Mit dem Arbeitsverzeichnis vergleichen</translation>
        </message>
        <message>
            <source>Copy subject</source>
            <translation>Betreff kopieren</translation>
        </message>
        <message>
            <source>Copy reference</source>
            <translation>Referenz kopieren</translation>
        </message>
        <message>
            <source>This commit and those behind it, to be reordered, joined, reworded or dropped.</source>
            <translation>Diesen Commit und die danach umordnen, zusammenfassen, umformulieren oder weglassen.</translation>
        </message>
        <message>
            <source>As “git log --format=reference” writes it: id, subject, date</source>
            <translation>Wie „git log --format=reference“ es schreibt: ID, Betreff, Datum</translation>
        </message>
        <message>
            <source>HEAD is then on no branch: new commits belong to none until you create one.</source>
            <translation>HEAD ist dann auf keinem Branch: Neue Commits gehören zu keinem, bis einer angelegt wird.</translation>
        </message>
        <message numerus="yes">
            <source>Cherry-pick %n commit(s)…</source>
            <translation>
                <numerusform>Cherry-Pick von %n Commit…</numerusform>
                <numerusform>Cherry-Pick von %n Commits…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revert %n commit(s)…</source>
            <translation>
                <numerusform>%n Commit reverten…</numerusform>
                <numerusform>%n Commits reverten…</numerusform>
            </translation>
        </message>
        <message>
            <source>Check out %1</source>
            <extracomment>%1: a branch; %2: the name of the local branch that follows it</extracomment>
            <translation>%1 auschecken</translation>
        </message>
        <message>
            <source>Check out %1 as %2</source>
            <translation>%1 als %2 auschecken</translation>
        </message>
        <message>
            <source>Revert this merge</source>
            <translation>Diesen Merge reverten</translation>
        </message>
        <message>
            <source>Cherry-pick this merge</source>
            <translation>Cherry-Pick dieses Merges</translation>
        </message>
        <message>
            <source>As a change of parent %1 (%2)</source>
            <extracomment>%1: 1 for the first parent of a merge, %2: its short id</extracomment>
            <translation>Als Änderung gegenüber Eltern-Commit %1 (%2)</translation>
        </message>
        <message>
            <source>Reset %1 to here</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>%1 hierher zurücksetzen</translation>
        </message>
        <message>
            <source>Bisect</source>
            <translation>Bisect</translation>
        </message>
        <message>
            <source>Moves the branch only. Files stay as they are, and what the commits in between changed is staged afterwards, beside what is staged now.</source>
            <translation>Verschiebt nur den Branch. Dateien bleiben, wie sie sind, und was die Commits dazwischen geändert haben, ist danach vorgemerkt, neben dem jetzt Vorgemerkten.</translation>
        </message>
        <message>
            <source>Moves the branch and empties what is staged. Files stay as they are; what the commits in between changed shows as not staged.</source>
            <translation>Verschiebt den Branch und leert das Vorgemerkte. Dateien bleiben, wie sie sind; was die Commits dazwischen geändert haben, erscheint als nicht vorgemerkt.</translation>
        </message>
        <message>
            <source>Moves the branch and makes index and files like the commit. Changes that are not committed are discarded; those of files can be brought back on the Changes page. Untracked files stay, but where the commit has a file of the same name.</source>
            <translation>Verschiebt den Branch und gleicht Index und Dateien dem Commit an. Nicht committete Änderungen werden verworfen; die an Dateien lassen sich auf der Seite „Änderungen“ zurückholen. Unversionierte Dateien bleiben, außer wo der Commit eine Datei gleichen Namens hat.</translation>
        </message>
        <message>
            <source>What %1 loses by it is not known: %2</source>
            <translation>Was %1 dabei verliert, ist nicht bekannt: %2</translation>
        </message>
        <message>
            <source>No commit leaves %1.</source>
            <translation>Kein Commit verlässt %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) leave %1; undo brings them back.</source>
            <translation>
                <numerusform>%n Commit verlässt %1; „Rückgängig machen“ holt ihn zurück.</numerusform>
                <numerusform>%n Commits verlassen %1; „Rückgängig machen“ holt sie zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und noch %n</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Untracked files that are overwritten:</source>
            <translation>Unversionierte Dateien, die überschrieben werden:</translation>
        </message>
        <message>
            <source>Reset %1 soft</source>
            <translation>%1 soft zurücksetzen</translation>
        </message>
        <message>
            <source>Reset %1 mixed</source>
            <translation>%1 mixed zurücksetzen</translation>
        </message>
        <message>
            <source>Reset %1 hard</source>
            <translation>%1 hard zurücksetzen</translation>
        </message>
        <message>
            <source>%1 will stand at %2.</source>
            <extracomment>%1: a branch, %2: a commit</extracomment>
            <translation>%1 wird bei %2 stehen.</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Counting the commits that leave %1…</source>
            <translation>Commits, die %1 verlassen, werden gezählt…</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are too many to be picked or reverted at once.</source>
            <translation>
                <numerusform>%n Commit ist zu viel für Cherry-Pick oder Revert auf einmal.</numerusform>
                <numerusform>%n Commits sind zu viele für Cherry-Pick oder Revert auf einmal.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not all of the chosen commits are loaded yet.</source>
            <translation>Noch sind nicht alle ausgewählten Commits geladen.</translation>
        </message>
        <message numerus="yes">
            <source>%n of the chosen commits are merges, so nothing was begun.</source>
            <translation>
                <numerusform>%n der ausgewählten Commits ist ein Merge, darum wurde nichts begonnen.</numerusform>
                <numerusform>%n der ausgewählten Commits sind Merges, darum wurde nichts begonnen.</numerusform>
            </translation>
        </message>
        <message>
            <source>A merge is taken alone, as a change of one of its parents.</source>
            <translation>Ein Merge wird einzeln übernommen, als Änderung gegenüber einem seiner Eltern-Commits.</translation>
        </message>
    </context>
    <context>
        <name>ConflictPage</name>
        <message>
            <source>Show what is in conflict</source>
            <translation>Zeigen, was in Konflikt steht</translation>
        </message>
        <message>
            <source>Take ours</source>
            <translation>Unsere übernehmen</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Ihre übernehmen</translation>
        </message>
        <message>
            <source>Take both</source>
            <translation>Beide übernehmen</translation>
        </message>
        <message>
            <source>Next conflict</source>
            <translation>Nächster Konflikt</translation>
        </message>
        <message>
            <source>Previous conflict</source>
            <translation>Vorheriger Konflikt</translation>
        </message>
        <message>
            <source>Ours for the whole file</source>
            <translation>Unsere für die ganze Datei</translation>
        </message>
        <message>
            <source>Theirs for the whole file</source>
            <translation>Ihre für die ganze Datei</translation>
        </message>
        <message>
            <source>Both for the whole file</source>
            <translation>Beide für die ganze Datei</translation>
        </message>
        <message>
            <source>As it was before both</source>
            <translation>Wie es vor beiden war</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Mark as resolved</source>
            <translation>Als gelöst markieren</translation>
        </message>
        <message>
            <source>Make it a conflict again</source>
            <translation>Wieder zum Konflikt machen</translation>
        </message>
        <message>
            <source>Start over with the markers</source>
            <translation>Mit den Markierungen neu beginnen</translation>
        </message>
        <message>
            <source>Load the file again</source>
            <translation>Datei neu laden</translation>
        </message>
        <message>
            <source>Open in merge tool</source>
            <translation>Im Merge-Werkzeug öffnen</translation>
        </message>
        <message>
            <source>Close conflicts</source>
            <translation>Konflikte schließen</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Ganze Datei</translation>
        </message>
        <message>
            <source>Resolving conflicts</source>
            <translation>Konflikte werden gelöst</translation>
        </message>
        <message>
            <source>In conflict %1</source>
            <translation>In Konflikt %1</translation>
        </message>
        <message>
            <source>Resolved %1</source>
            <translation>Gelöst %1</translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s) are left</source>
            <translation>
                <numerusform>%n Konflikt ist noch übrig</numerusform>
                <numerusform>%n Konflikte sind noch übrig</numerusform>
            </translation>
        </message>
        <message>
            <source>A character is not in the encoding of the file.</source>
            <translation>Ein Zeichen kommt in der Kodierung der Datei nicht vor.</translation>
        </message>
        <message>
            <source>The file is not UTF-8: only characters of Latin-1 can be added.</source>
            <translation>Die Datei ist nicht UTF-8: Nur Zeichen aus Latin-1 lassen sich hinzufügen.</translation>
        </message>
        <message>
            <source>Files in conflict</source>
            <translation>Dateien in Konflikt</translation>
        </message>
        <message>
            <source>Resolved files</source>
            <translation>Gelöste Dateien</translation>
        </message>
        <message>
            <source>Whole file:</source>
            <translation>Ganze Datei:</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>Unsere</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>Ihre</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <source>Before both</source>
            <translation>Vor beiden</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Vorheriger</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Nächster</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Merge tool</source>
            <translation>Merge-Werkzeug</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Neu beginnen</translation>
        </message>
        <message>
            <source>Load again</source>
            <translation>Neu laden</translation>
        </message>
        <message>
            <source>Resolved. Until it is committed it can be made a conflict again; what stands in the file now is recorded first.</source>
            <translation>Gelöst. Bis zum Commit lässt es sich wieder zum Konflikt machen; was jetzt in der Datei steht, wird vorher festgehalten.</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>Keine Konflikte</translation>
        </message>
        <message>
            <source>Files that a merge, rebase, pick or stash could not bring together are listed here.</source>
            <translation>Dateien, die ein Merge, Rebase, Cherry-Pick oder Stash nicht zusammenbringen konnte, stehen hier.</translation>
        </message>
        <message>
            <source>no file</source>
            <translation>keine Datei</translation>
        </message>
        <message>
            <source>a submodule at commit %1</source>
            <translation>ein Submodul bei Commit %1</translation>
        </message>
        <message>
            <source>a link (%1)</source>
            <translation>ein Link (%1)</translation>
        </message>
        <message>
            <source>an executable file (%1)</source>
            <translation>eine ausführbare Datei (%1)</translation>
        </message>
        <message>
            <source>a file (%1)</source>
            <translation>eine Datei (%1)</translation>
        </message>
        <message>
            <source>Ours: %1</source>
            <translation>Unsere: %1</translation>
        </message>
        <message>
            <source>Theirs: %1</source>
            <translation>Ihre: %1</translation>
        </message>
        <message>
            <source>Before both: %1</source>
            <translation>Vor beiden: %1</translation>
        </message>
        <message>
            <source>not resolved</source>
            <translation>nicht gelöst</translation>
        </message>
        <message>
            <source>ours taken</source>
            <translation>unsere übernommen</translation>
        </message>
        <message>
            <source>theirs taken</source>
            <translation>ihre übernommen</translation>
        </message>
        <message>
            <source>both taken</source>
            <translation>beide übernommen</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>bearbeitet</translation>
        </message>
        <message>
            <source>Conflict %1 of %2: %3</source>
            <extracomment>%1 and %2: numbers; %3: such as "not resolved"</extracomment>
            <translation>Konflikt %1 von %2: %3</translation>
        </message>
        <message>
            <source>The conflict markers are not in order. Edit the file, or start over.</source>
            <translation>Die Konfliktmarkierungen sind nicht in Ordnung. Die Datei bearbeiten oder neu beginnen.</translation>
        </message>
        <message>
            <source>No conflict markers are left in the file: look at it, then mark it as resolved.</source>
            <translation>In der Datei sind keine Konfliktmarkierungen mehr: ansehen, dann als gelöst markieren.</translation>
        </message>
        <message>
            <source>Line ends that differ, hidden characters or its size keep this file from being edited here. What is taken of the sides is kept byte for byte.</source>
            <translation>Uneinheitliche Zeilenenden, verborgene Zeichen oder die Größe verhindern, dass diese Datei hier bearbeitet wird. Was von den Seiten übernommen wird, bleibt Byte für Byte erhalten.</translation>
        </message>
        <message>
            <source>The merge tool was started</source>
            <translation>Das Merge-Werkzeug wurde gestartet</translation>
        </message>
    </context>
    <context>
        <name>ConflictSides</name>
        <message numerus="yes">
            <source>… %n more line(s)</source>
            <translation>
                <numerusform>… %n weitere Zeile</numerusform>
                <numerusform>… %n weitere Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>⋯ %n line(s) alike</source>
            <translation>
                <numerusform>⋯ %n gleiche Zeile</numerusform>
                <numerusform>⋯ %n gleiche Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>Unsere</translation>
        </message>
        <message>
            <source>Before both</source>
            <translation>Vor beiden</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>Ihre</translation>
        </message>
        <message>
            <source>Ours: %1</source>
            <extracomment>%1: a branch or commit</extracomment>
            <translation>Unsere: %1</translation>
        </message>
        <message>
            <source>Theirs: %1</source>
            <extracomment>%1: a branch or commit</extracomment>
            <translation>Ihre: %1</translation>
        </message>
        <message>
            <source>Before both: no such file</source>
            <translation>Vor beiden: keine solche Datei</translation>
        </message>
    </context>
    <context>
        <name>ConflictWords</name>
        <message>
            <source>both modified</source>
            <translation>von beiden geändert</translation>
        </message>
        <message>
            <source>both added</source>
            <translation>von beiden hinzugefügt</translation>
        </message>
        <message>
            <source>both deleted</source>
            <translation>von beiden gelöscht</translation>
        </message>
        <message>
            <source>deleted by us</source>
            <translation>von uns gelöscht</translation>
        </message>
        <message>
            <source>deleted by them</source>
            <translation>von ihnen gelöscht</translation>
        </message>
        <message>
            <source>added by us</source>
            <translation>von uns hinzugefügt</translation>
        </message>
        <message>
            <source>added by them</source>
            <translation>von ihnen hinzugefügt</translation>
        </message>
        <message>
            <source>A submodule: choose whose commit it is to stand at.</source>
            <translation>Ein Submodul: auswählen, bei wessen Commit es stehen soll.</translation>
        </message>
        <message>
            <source>Both sides removed or renamed it. Taking either leaves no file here.</source>
            <translation>Beide Seiten haben sie entfernt oder umbenannt. Mit keiner der Seiten bleibt hier eine Datei.</translation>
        </message>
        <message>
            <source>We deleted it, they changed it. Ours leaves no file, theirs keeps it.</source>
            <translation>Wir haben sie gelöscht, die anderen haben sie geändert. Mit „Unsere“ bleibt keine Datei, mit „Ihre“ bleibt sie.</translation>
        </message>
        <message>
            <source>They deleted it, we changed it. Ours keeps it, theirs leaves no file.</source>
            <translation>Die anderen haben sie gelöscht, wir haben sie geändert. Mit „Unsere“ bleibt sie, mit „Ihre“ bleibt keine Datei.</translation>
        </message>
        <message>
            <source>Only we have it here, by a rename. Ours keeps it, theirs leaves no file.</source>
            <translation>Nur wir haben sie hier, durch eine Umbenennung. Mit „Unsere“ bleibt sie, mit „Ihre“ bleibt keine Datei.</translation>
        </message>
        <message>
            <source>Only they have it here, by a rename. Ours leaves no file, theirs keeps it.</source>
            <translation>Nur die anderen haben sie hier, durch eine Umbenennung. Mit „Unsere“ bleibt keine Datei, mit „Ihre“ bleibt sie.</translation>
        </message>
        <message>
            <source>Git LFS keeps it elsewhere, so it has no lines to merge: choose a side.</source>
            <translation>Git LFS bewahrt sie anderswo auf, sie hat also keine Zeilen zum Mergen: eine Seite auswählen.</translation>
        </message>
        <message>
            <source>It is binary, so it has no lines to merge: choose a side.</source>
            <translation>Sie ist binär, hat also keine Zeilen zum Mergen: eine Seite auswählen.</translation>
        </message>
        <message>
            <source>Both sides added it.</source>
            <translation>Beide Seiten haben sie hinzugefügt.</translation>
        </message>
        <message>
            <source>Both sides changed it.</source>
            <translation>Beide Seiten haben sie geändert.</translation>
        </message>
        <message>
            <source>what is brought in</source>
            <translation>was hereingeholt wird</translation>
        </message>
    </context>
    <context>
        <name>ConflictsController</name>
        <message>
            <source>resolved</source>
            <translation>gelöst</translation>
        </message>
        <message numerus="yes">
            <source>Resolved %n file(s) by taking a side</source>
            <translation>
                <numerusform>%n Datei durch Übernehmen einer Seite gelöst</numerusform>
                <numerusform>%n Dateien durch Übernehmen einer Seite gelöst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resolved %n file(s) by taking both sides</source>
            <translation>
                <numerusform>%n Datei durch Übernehmen beider Seiten gelöst</numerusform>
                <numerusform>%n Dateien durch Übernehmen beider Seiten gelöst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Made %n file(s) conflicts again</source>
            <translation>
                <numerusform>%n Datei wieder zum Konflikt gemacht</numerusform>
                <numerusform>%n Dateien wieder zu Konflikten gemacht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Marked %n file(s) as resolved</source>
            <translation>
                <numerusform>%n Datei als gelöst markiert</numerusform>
                <numerusform>%n Dateien als gelöst markiert</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
    </context>
    <context>
        <name>DiffCommands</name>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Wrap long lines</source>
            <translation>Lange Zeilen umbrechen</translation>
        </message>
        <message>
            <source>Show whitespace</source>
            <translation>Leerraum anzeigen</translation>
        </message>
        <message>
            <source>Ignore whitespace</source>
            <translation>Leerraum ignorieren</translation>
        </message>
        <message>
            <source>Show more lines</source>
            <translation>Mehr Zeilen anzeigen</translation>
        </message>
        <message>
            <source>Show the whole file</source>
            <translation>Ganze Datei anzeigen</translation>
        </message>
    </context>
    <context>
        <name>DiffParser</name>
        <message>
            <source>The differences cannot be read at line %1</source>
            <extracomment>%1: number of a line in a text that describes differences</extracomment>
            <translation>Die Unterschiede sind in Zeile %1 nicht lesbar</translation>
        </message>
        <message>
            <source>There are more lines than the header says</source>
            <translation>Es gibt mehr Zeilen, als der Kopf angibt</translation>
        </message>
        <message>
            <source>A file has no name</source>
            <translation>Eine Datei hat keinen Namen</translation>
        </message>
        <message>
            <source>A part has a header that makes no sense</source>
            <translation>Ein Abschnitt hat einen Kopf, der keinen Sinn ergibt</translation>
        </message>
        <message>
            <source>The text ends within a part</source>
            <translation>Der Text endet mitten in einem Abschnitt</translation>
        </message>
        <message>
            <source>A note stands before the line it speaks about</source>
            <translation>Ein Hinweis steht vor der Zeile, von der er handelt</translation>
        </message>
        <message>
            <source>A part has other lines than its header says</source>
            <translation>Ein Abschnitt hat andere Zeilen, als sein Kopf angibt</translation>
        </message>
        <message>
            <source>The differences are larger than 2 GB</source>
            <translation>Die Unterschiede sind größer als 2 GB</translation>
        </message>
    </context>
    <context>
        <name>DiffView</name>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>No differences to show</source>
            <translation>Keine Unterschiede anzuzeigen</translation>
        </message>
        <message>
            <source>Show the rest</source>
            <translation>Rest anzeigen</translation>
        </message>
        <message numerus="yes">
            <source>Show %n line(s) below</source>
            <translation>
                <numerusform>%n Zeile darunter anzeigen</numerusform>
                <numerusform>%n Zeilen darunter anzeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>Alle %1 anzeigen</translation>
        </message>
        <message numerus="yes">
            <source>Show %n line(s) above</source>
            <translation>
                <numerusform>%n Zeile darüber anzeigen</numerusform>
                <numerusform>%n Zeilen darüber anzeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>more than %1</source>
            <extracomment>%1 is how many places were found at least</extracomment>
            <translation>mehr als %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Show more lines</source>
            <translation>Mehr Zeilen anzeigen</translation>
        </message>
        <message>
            <source>Show the whole file</source>
            <translation>Ganze Datei anzeigen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Unfold file</source>
            <translation>Datei ausklappen</translation>
        </message>
        <message>
            <source>Fold file</source>
            <translation>Datei einklappen</translation>
        </message>
    </context>
    <context>
        <name>DraftBar</name>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>Why this draft</source>
            <translation>Warum dieser Entwurf</translation>
        </message>
        <message>
            <source>Reasons for the draft</source>
            <translation>Gründe für den Entwurf</translation>
        </message>
        <message>
            <source>draft %1</source>
            <extracomment>%1: how sure the draft is, from 0 to 1</extracomment>
            <translation>Entwurf %1</translation>
        </message>
        <message>
            <source>type %1</source>
            <translation>Typ %1</translation>
        </message>
        <message>
            <source>scope %1</source>
            <translation>Scope %1</translation>
        </message>
        <message>
            <source>confidence %1</source>
            <extracomment>%1: how sure the draft is, from 0 to 1</extracomment>
            <translation>Sicherheit %1</translation>
        </message>
        <message>
            <source>Types that fit: %1</source>
            <translation>Passende Typen: %1</translation>
        </message>
        <message>
            <source>prepared by Git</source>
            <translation>von Git vorbereitet</translation>
        </message>
        <message>
            <source>The message of what is in progress; what you wrote stays until you take it</source>
            <translation>Die Nachricht zu dem, was gerade läuft; das Geschriebene bleibt, bis sie übernommen wird</translation>
        </message>
    </context>
    <context>
        <name>Drafting</name>
        <message>
            <source>%1 holds no rules for messages.</source>
            <extracomment>%1: a file's name</extracomment>
            <translation>%1 enthält keine Regeln für Nachrichten.</translation>
        </message>
        <message>
            <source>Only submodules changed.</source>
            <translation>Nur Submodule haben sich geändert.</translation>
        </message>
        <message>
            <source>Only lockfiles changed.</source>
            <translation>Nur Lockfiles haben sich geändert.</translation>
        </message>
        <message>
            <source>Files were moved or renamed and hardly changed.</source>
            <translation>Dateien wurden verschoben oder umbenannt und kaum geändert.</translation>
        </message>
        <message>
            <source>Only comments changed.</source>
            <translation>Nur Kommentare haben sich geändert.</translation>
        </message>
        <message>
            <source>The files mean the same as before; only white space or order changed.</source>
            <translation>Die Dateien bedeuten dasselbe wie zuvor; nur Leerraum oder Reihenfolge haben sich geändert.</translation>
        </message>
        <message>
            <source>Only files of the build service changed.</source>
            <translation>Nur Dateien des Build-Dienstes haben sich geändert.</translation>
        </message>
        <message>
            <source>This repository has not used the type "ci" so far.</source>
            <translation>Dieses Repository hat den Typ „ci“ bisher nicht verwendet.</translation>
        </message>
        <message>
            <source>Only versions of workflow actions changed; these are "%1(deps)" here.</source>
            <translation>Nur Versionen von Workflow-Aktionen haben sich geändert; diese sind hier „%1(deps)“.</translation>
        </message>
        <message>
            <source>Only encrypted files changed; their values are not read.</source>
            <translation>Nur verschlüsselte Dateien haben sich geändert; ihre Werte werden nicht gelesen.</translation>
        </message>
        <message>
            <source>Only files about the repository itself changed.</source>
            <translation>Nur Dateien, die das Repository selbst betreffen, haben sich geändert.</translation>
        </message>
        <message>
            <source>An image comes from another place.</source>
            <translation>Ein Image kommt von einem anderen Ort.</translation>
        </message>
        <message>
            <source>Only the chart's own version changed.</source>
            <translation>Nur die eigene Version des Charts hat sich geändert.</translation>
        </message>
        <message>
            <source>The number of replicas changed.</source>
            <translation>Die Anzahl der Replicas hat sich geändert.</translation>
        </message>
        <message>
            <source>Limits of autoscaling changed.</source>
            <translation>Grenzen der Autoskalierung haben sich geändert.</translation>
        </message>
        <message>
            <source>Memory or CPU of a container changed.</source>
            <translation>Arbeitsspeicher oder CPU eines Containers hat sich geändert.</translation>
        </message>
        <message>
            <source>An environment variable changed.</source>
            <translation>Eine Umgebungsvariable hat sich geändert.</translation>
        </message>
        <message>
            <source>A value is now read from a secret.</source>
            <translation>Ein Wert wird jetzt aus einem Secret gelesen.</translation>
        </message>
        <message>
            <source>Values of a secret changed; they are not shown.</source>
            <translation>Werte eines Secrets haben sich geändert; sie werden nicht angezeigt.</translation>
        </message>
        <message>
            <source>A configuration key changed.</source>
            <translation>Ein Konfigurationsschlüssel hat sich geändert.</translation>
        </message>
        <message>
            <source>A host name changed.</source>
            <translation>Ein Hostname hat sich geändert.</translation>
        </message>
        <message>
            <source>A port changed.</source>
            <translation>Ein Port hat sich geändert.</translation>
        </message>
        <message>
            <source>A health probe changed.</source>
            <translation>Eine Zustandsprüfung (Probe) hat sich geändert.</translation>
        </message>
        <message>
            <source>A storage size changed.</source>
            <translation>Eine Storage-Größe hat sich geändert.</translation>
        </message>
        <message>
            <source>A schedule changed.</source>
            <translation>Ein Zeitplan hat sich geändert.</translation>
        </message>
        <message>
            <source>Something was suspended or resumed.</source>
            <translation>Etwas wurde ausgesetzt oder fortgesetzt.</translation>
        </message>
        <message>
            <source>A sync policy changed.</source>
            <translation>Eine Sync-Richtlinie hat sich geändert.</translation>
        </message>
        <message>
            <source>Steps of a rollout changed.</source>
            <translation>Schritte eines Rollouts haben sich geändert.</translation>
        </message>
        <message>
            <source>Permissions of a role changed.</source>
            <translation>Berechtigungen einer Rolle haben sich geändert.</translation>
        </message>
        <message>
            <source>A Terraform value changed.</source>
            <translation>Ein Terraform-Wert hat sich geändert.</translation>
        </message>
        <message>
            <source>Labels or annotations changed.</source>
            <translation>Labels oder Annotationen haben sich geändert.</translation>
        </message>
        <message>
            <source>A list of files changed.</source>
            <translation>Eine Dateiliste hat sich geändert.</translation>
        </message>
        <message>
            <source>A setting changed.</source>
            <translation>Eine Einstellung hat sich geändert.</translation>
        </message>
        <message>
            <source>%1 already has this version: it is a promotion.</source>
            <translation>%1 hat diese Version bereits: Es ist eine Promotion.</translation>
        </message>
        <message>
            <source>The version goes back.</source>
            <translation>Die Version geht zurück.</translation>
        </message>
        <message>
            <source>Version changes are usually "%1" here.</source>
            <translation>Versionsänderungen sind hier meist „%1“.</translation>
        </message>
        <message>
            <source>An image or revision changed without a new version.</source>
            <translation>Ein Image oder eine Revision hat sich ohne neue Version geändert.</translation>
        </message>
        <message>
            <source>The version is a patch.</source>
            <translation>Die Version ist eine Patch-Version.</translation>
        </message>
        <message>
            <source>The version is a new major one.</source>
            <translation>Die Version ist eine neue Hauptversion.</translation>
        </message>
        <message>
            <source>The version is a minor one.</source>
            <translation>Die Version ist eine Nebenversion.</translation>
        </message>
        <message>
            <source>Only versions of dependencies changed.</source>
            <translation>Nur Versionen von Abhängigkeiten haben sich geändert.</translation>
        </message>
        <message>
            <source>Versions of workflow actions changed.</source>
            <translation>Versionen von Workflow-Aktionen haben sich geändert.</translation>
        </message>
        <message>
            <source>A base image changed.</source>
            <translation>Ein Basis-Image hat sich geändert.</translation>
        </message>
        <message>
            <source>Something new was added.</source>
            <translation>Etwas Neues wurde hinzugefügt.</translation>
        </message>
        <message>
            <source>Something was removed.</source>
            <translation>Etwas wurde entfernt.</translation>
        </message>
        <message>
            <source>Something that others may rely on was removed.</source>
            <translation>Etwas, worauf andere sich stützen könnten, wurde entfernt.</translation>
        </message>
        <message>
            <source>A version of a custom resource changed.</source>
            <translation>Eine Version einer Custom Resource hat sich geändert.</translation>
        </message>
        <message>
            <source>The %1 is missing.</source>
            <extracomment>%1: type, scope or subject</extracomment>
            <translation>Es fehlt: %1.</translation>
        </message>
        <message>
            <source>There is to be no %1.</source>
            <translation>Nicht vorgesehen: %1.</translation>
        </message>
        <message>
            <source>“%1” must not be one of %2.</source>
            <extracomment>%1: a word, %2: several words</extracomment>
            <translation>„%1“ darf nicht eines von %2 sein.</translation>
        </message>
        <message>
            <source>“%1” is not one of %2.</source>
            <translation>„%1“ ist keines von %2.</translation>
        </message>
        <message>
            <source>The %1 must not be in %2.</source>
            <extracomment>%1: type, scope or subject, %2: names such as lower-case</extracomment>
            <translation>%1 darf nicht in %2 geschrieben sein.</translation>
        </message>
        <message>
            <source>The %1 is to be in %2.</source>
            <translation>%1 muss in %2 geschrieben sein.</translation>
        </message>
        <message>
            <source>The subject does not end with a full stop.</source>
            <translation>Der Betreff endet nicht mit einem Punkt.</translation>
        </message>
        <message>
            <source>The subject ends with a full stop.</source>
            <translation>Der Betreff endet mit einem Punkt.</translation>
        </message>
        <message numerus="yes">
            <source>The %1 has more than %n character(s).</source>
            <extracomment>%1: type, scope or subject</extracomment>
            <translation>
                <numerusform>%1 hat mehr als %n Zeichen.</numerusform>
                <numerusform>%1 hat mehr als %n Zeichen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first line has more than %n character(s).</source>
            <translation>
                <numerusform>Die erste Zeile hat mehr als %n Zeichen.</numerusform>
                <numerusform>Die erste Zeile hat mehr als %n Zeichen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first line has fewer than %n character(s).</source>
            <translation>
                <numerusform>Die erste Zeile hat weniger als %n Zeichen.</numerusform>
                <numerusform>Die erste Zeile hat weniger als %n Zeichen.</numerusform>
            </translation>
        </message>
        <message>
            <source>An empty line stands between the first line and the text.</source>
            <translation>Zwischen der ersten Zeile und dem Text steht eine Leerzeile.</translation>
        </message>
        <message>
            <source>The text below the first line is missing.</source>
            <translation>Der Text unter der ersten Zeile fehlt.</translation>
        </message>
        <message>
            <source>There is to be no text below the first line.</source>
            <translation>Unter der ersten Zeile ist kein Text vorgesehen.</translation>
        </message>
        <message numerus="yes">
            <source>This line has more than %n character(s).</source>
            <translation>
                <numerusform>Diese Zeile hat mehr als %n Zeichen.</numerusform>
                <numerusform>Diese Zeile hat mehr als %n Zeichen.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is to be no line “%1”.</source>
            <extracomment>%1: such as "Signed-off-by:"</extracomment>
            <translation>Eine Zeile „%1“ ist nicht vorgesehen.</translation>
        </message>
        <message>
            <source>The line “%1” is missing.</source>
            <translation>Die Zeile „%1“ fehlt.</translation>
        </message>
        <message>
            <source>The message is empty.</source>
            <translation>Die Nachricht ist leer.</translation>
        </message>
        <message>
            <source>"%1" is more usual in this repository than "%2".</source>
            <translation>„%1“ ist in diesem Repository üblicher als „%2“.</translation>
        </message>
        <message>
            <source>%1 % of the last %2 typed commits are "%3".</source>
            <translation>%1 % der letzten %2 Commits mit Typ sind „%3“.</translation>
        </message>
        <message>
            <source>There are too few typed commits here to learn from.</source>
            <translation>Es gibt hier zu wenige Commits mit Typ, um daraus zu lernen.</translation>
        </message>
        <message>
            <source>Files that belong together are all new.</source>
            <translation>Zusammengehörige Dateien sind alle neu.</translation>
        </message>
        <message>
            <source>All files of something are gone.</source>
            <translation>Alle Dateien von etwas sind verschwunden.</translation>
        </message>
        <message>
            <source>Several kinds of changes stand together.</source>
            <translation>Mehrere Arten von Änderungen stehen beisammen.</translation>
        </message>
        <message>
            <source>Only build files changed.</source>
            <translation>Nur Build-Dateien haben sich geändert.</translation>
        </message>
        <message>
            <source>Files were only removed.</source>
            <translation>Dateien wurden nur entfernt.</translation>
        </message>
        <message>
            <source>New files were added and much more was written than removed.</source>
            <translation>Neue Dateien kamen hinzu, und es wurde viel mehr geschrieben als entfernt.</translation>
        </message>
        <message>
            <source>Only a few lines changed.</source>
            <translation>Nur wenige Zeilen haben sich geändert.</translation>
        </message>
        <message>
            <source>No rule fits; the type is what is usual here.</source>
            <translation>Keine Regel passt; der Typ ist der hier übliche.</translation>
        </message>
        <message>
            <source>A bare repository has nothing staged.</source>
            <translation>Ein Bare-Repository hat nichts vorgemerkt.</translation>
        </message>
        <message>
            <source>Work in a clone of it, or give a diff.</source>
            <translation>In einem Klon davon arbeiten oder einen Diff angeben.</translation>
        </message>
        <message>
            <source>Nothing is staged, so there is nothing to describe.</source>
            <translation>Nichts ist vorgemerkt, also gibt es nichts zu beschreiben.</translation>
        </message>
        <message>
            <source>Stage files or lines first.</source>
            <translation>Zuerst Dateien oder Zeilen vormerken.</translation>
        </message>
        <message>
            <source>There is no change in this text.</source>
            <translation>In diesem Text ist keine Änderung.</translation>
        </message>
        <message>
            <source>Give it the output of git diff.</source>
            <translation>Die Ausgabe von git diff übergeben.</translation>
        </message>
        <message>
            <source>Only documents changed.</source>
            <translation>Nur Dokumente haben sich geändert.</translation>
        </message>
        <message>
            <source>Only tests changed.</source>
            <translation>Nur Tests haben sich geändert.</translation>
        </message>
        <message numerus="yes">
            <source>The staged files are exactly as they were before %n commit(s).</source>
            <translation>
                <numerusform>Die vorgemerkten Dateien sind genau wie vor %n Commit.</numerusform>
                <numerusform>Die vorgemerkten Dateien sind genau wie vor %n Commits.</numerusform>
            </translation>
        </message>
        <message>
            <source>The first line has no type. Write it like this: feat(web): add staging overlay</source>
            <extracomment>An example of a conventional commit header is not to be translated</extracomment>
            <translation>Die erste Zeile hat keinen Typ. So wird sie geschrieben: feat(web): add staging overlay</translation>
        </message>
        <message>
            <source>The type before the colon is missing.</source>
            <translation>Der Typ vor dem Doppelpunkt fehlt.</translation>
        </message>
        <message>
            <source>The type is written in lower case.</source>
            <translation>Der Typ wird kleingeschrieben.</translation>
        </message>
        <message>
            <source>"%1" is not one of the types %2.</source>
            <translation>„%1“ ist keiner der Typen %2.</translation>
        </message>
        <message>
            <source>The parentheses of the scope are empty.</source>
            <translation>Die Klammern des Scopes sind leer.</translation>
        </message>
        <message>
            <source>The subject behind the colon is missing.</source>
            <translation>Der Betreff hinter dem Doppelpunkt fehlt.</translation>
        </message>
        <message>
            <source>Exactly one space stands behind the colon.</source>
            <translation>Hinter dem Doppelpunkt steht genau ein Leerzeichen.</translation>
        </message>
        <message>
            <source>The first line has %1 characters; at most %2 are allowed.</source>
            <translation>Die erste Zeile hat %1 Zeichen; höchstens %2 sind erlaubt.</translation>
        </message>
        <message>
            <source>The first line has %1 characters; more than %2 are cut off in many places.</source>
            <translation>Die erste Zeile hat %1 Zeichen; mehr als %2 werden vielerorts abgeschnitten.</translation>
        </message>
        <message>
            <source>This line has %1 characters; wrap it at %2.</source>
            <translation>Diese Zeile hat %1 Zeichen; bei %2 umbrechen.</translation>
        </message>
        <message>
            <source>No commit of a person here has a type, so there is nothing to compare with.</source>
            <translation>Kein Commit eines Menschen hat hier einen Typ, also gibt es nichts zum Vergleichen.</translation>
        </message>
        <message>
            <source>Subjects here have no type, so this one has none.</source>
            <translation>Betreffe haben hier keinen Typ, darum hat dieser auch keinen.</translation>
        </message>
        <message>
            <source>The model of commit types is damaged or of another version.</source>
            <translation>Das Modell der Commit-Typen ist beschädigt oder hat eine andere Version.</translation>
        </message>
    </context>
    <context>
        <name>Drift</name>
        <message>
            <source>Secrets differ between environments.</source>
            <translation>Secrets unterscheiden sich zwischen Umgebungen.</translation>
        </message>
        <message>
            <source>Differs by the name of the environment only.</source>
            <translation>Unterscheidet sich nur durch den Namen der Umgebung.</translation>
        </message>
        <message>
            <source>Another version, which a promotion moves.</source>
            <translation>Eine andere Version, die eine Promotion überträgt.</translation>
        </message>
        <message>
            <source>Every environment has its own size.</source>
            <translation>Jede Umgebung hat ihre eigene Größe.</translation>
        </message>
        <message>
            <source>Not found in the other environment, but not everything there could be evaluated.</source>
            <translation>In der anderen Umgebung nicht gefunden, aber dort ließ sich nicht alles auswerten.</translation>
        </message>
        <message>
            <source>Only in %1.</source>
            <extracomment>%1 is the name of an environment</extracomment>
            <translation>Nur in %1.</translation>
        </message>
        <message>
            <source>An ignore rule covers this field.</source>
            <translation>Eine Ignorierregel deckt dieses Feld ab.</translation>
        </message>
        <message>
            <source>The live object has no such field; the server may not know it.</source>
            <translation>Das Live-Objekt hat kein solches Feld; der Server kennt es vielleicht nicht.</translation>
        </message>
        <message>
            <source>Autoscaled by %1 (%2).</source>
            <extracomment>%1 names an autoscaler, %2 is a range of numbers such as 2–10</extracomment>
            <translation>Automatisch skaliert durch %1 (%2).</translation>
        </message>
        <message>
            <source>Outside of the range of %1 (%2).</source>
            <translation>Außerhalb des Bereichs von %1 (%2).</translation>
        </message>
        <message>
            <source>A rollout was restarted by hand.</source>
            <translation>Ein Rollout wurde von Hand neu gestartet.</translation>
        </message>
        <message>
            <source>Git has a value that is no text; the server refuses it.</source>
            <translation>Git hat einen Wert, der kein Text ist; der Server lehnt ihn ab.</translation>
        </message>
        <message>
            <source>One is text, the other is a number or a truth value.</source>
            <translation>Das eine ist Text, das andere eine Zahl oder ein Wahrheitswert.</translation>
        </message>
        <message>
            <source>Same image and tag from another registry: if a policy rewrites images, an ignore rule says so.</source>
            <translation>Gleiches Image und gleicher Tag aus einer anderen Registry: Falls eine Richtlinie Images umschreibt, gehört das in eine Ignorierregel.</translation>
        </message>
        <message>
            <source>Git defines this object more than once.</source>
            <translation>Git definiert dieses Objekt mehr als einmal.</translation>
        </message>
        <message>
            <source>Several live objects have this name, and Git does not say which one is meant.</source>
            <translation>Mehrere Live-Objekte haben diesen Namen, und Git sagt nicht, welches gemeint ist.</translation>
        </message>
        <message>
            <source>The snapshot holds entries that could not be read.</source>
            <translation>Der Snapshot enthält Einträge, die sich nicht lesen ließen.</translation>
        </message>
        <message>
            <source>The object is in Git and not in the cluster.</source>
            <translation>Das Objekt ist in Git und nicht im Cluster.</translation>
        </message>
        <message>
            <source>Not found in Git, but not everything in Git could be evaluated.</source>
            <translation>In Git nicht gefunden, aber in Git ließ sich nicht alles auswerten.</translation>
        </message>
        <message>
            <source>The object was deployed from here and is not in Git.</source>
            <translation>Das Objekt wurde von hier aus bereitgestellt und ist nicht in Git.</translation>
        </message>
        <message>
            <source>A template is not evaluated.</source>
            <translation>Ein Template wird nicht ausgewertet.</translation>
        </message>
        <message>
            <source>This kustomization includes itself.</source>
            <translation>Diese Kustomization bindet sich selbst ein.</translation>
        </message>
        <message>
            <source>There is no kustomization in this folder.</source>
            <translation>In diesem Ordner gibt es keine Kustomization.</translation>
        </message>
        <message>
            <source>This is not one kustomization.</source>
            <translation>Das ist nicht eine einzelne Kustomization.</translation>
        </message>
        <message>
            <source>%1 lies outside of the repository and was not read.</source>
            <translation>%1 liegt außerhalb des Repositorys und wurde nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 leads out of the repository.</source>
            <translation>%1 führt aus dem Repository hinaus.</translation>
        </message>
        <message>
            <source>There is no %1.</source>
            <translation>%1 gibt es nicht.</translation>
        </message>
        <message>
            <source>Not a Kubernetes object: apiVersion, kind or name is missing.</source>
            <translation>Kein Kubernetes-Objekt: apiVersion, kind oder name fehlt.</translation>
        </message>
        <message>
            <source>%1 is not evaluated without kustomize.</source>
            <extracomment>%1 is the name of a field in a kustomization file</extracomment>
            <translation>%1 wird ohne kustomize nicht ausgewertet.</translation>
        </message>
        <message>
            <source>Fields of labels are not evaluated without kustomize.</source>
            <translation>fields von labels werden ohne kustomize nicht ausgewertet.</translation>
        </message>
        <message>
            <source>Nothing here has these replicas.</source>
            <translation>Nichts hier hat diese Replicas.</translation>
        </message>
        <message>
            <source>A file that this generator reads is not there.</source>
            <translation>Eine Datei, die dieser Generator liest, fehlt.</translation>
        </message>
        <message>
            <source>There is nothing to merge this generator with.</source>
            <translation>Es gibt nichts, womit sich dieser Generator zusammenführen lässt.</translation>
        </message>
        <message>
            <source>There is no patch %1.</source>
            <translation>Es gibt keinen Patch %1.</translation>
        </message>
        <message>
            <source>A selector of this form is not evaluated without kustomize.</source>
            <translation>Ein Selektor dieser Form wird ohne kustomize nicht ausgewertet.</translation>
        </message>
        <message>
            <source>This patch fits no object.</source>
            <translation>Dieser Patch passt auf kein Objekt.</translation>
        </message>
        <message>
            <source>This patch names no target.</source>
            <translation>Dieser Patch nennt kein Ziel.</translation>
        </message>
        <message>
            <source>The patch directive %1 is not evaluated.</source>
            <translation>Die Patch-Direktive %1 wird nicht ausgewertet.</translation>
        </message>
        <message>
            <source>The patch operation %1 at %2 does not apply.</source>
            <translation>Die Patch-Operation %1 bei %2 lässt sich nicht anwenden.</translation>
        </message>
        <message>
            <source>Put the snapshot itself there.</source>
            <translation>Den Snapshot selbst dort ablegen.</translation>
        </message>
        <message>
            <source>No snapshot of %1 is recorded.</source>
            <translation>Von %1 ist kein Snapshot aufgezeichnet.</translation>
        </message>
        <message>
            <source>Nothing in this environment describes Kubernetes objects.</source>
            <translation>Nichts in dieser Umgebung beschreibt Kubernetes-Objekte.</translation>
        </message>
        <message>
            <source>A Helm chart is not rendered here, so its objects are not compared.</source>
            <translation>Ein Helm-Chart wird hier nicht gerendert, seine Objekte werden also nicht verglichen.</translation>
        </message>
        <message>
            <source>The object is encrypted in Git.</source>
            <translation>Das Objekt ist in Git verschlüsselt.</translation>
        </message>
        <message>
            <source>Flux fills in a variable of this object.</source>
            <translation>Flux setzt in diesem Objekt eine Variable ein.</translation>
        </message>
        <message>
            <source>No temporary folder could be made.</source>
            <translation>Es ließ sich kein temporärer Ordner anlegen.</translation>
        </message>
        <message>
            <source>kustomize cannot build this folder.</source>
            <translation>kustomize kann diesen Ordner nicht bauen.</translation>
        </message>
        <message>
            <source>The output of kustomize cannot be read: %1</source>
            <translation>Die Ausgabe von kustomize ist nicht lesbar: %1</translation>
        </message>
        <message>
            <source>Not a whole Kubernetes object: kind or name is missing.</source>
            <translation>Kein vollständiges Kubernetes-Objekt: kind oder name fehlt.</translation>
        </message>
        <message>
            <source>The snapshot %1 is empty.</source>
            <translation>Der Snapshot %1 ist leer.</translation>
        </message>
        <message>
            <source>Record it again with: kubectl get -o yaml --show-managed-fields</source>
            <translation>Neu aufzeichnen mit: kubectl get -o yaml --show-managed-fields</translation>
        </message>
        <message>
            <source>The snapshot %1 holds no Kubernetes object.</source>
            <translation>Der Snapshot %1 enthält kein Kubernetes-Objekt.</translation>
        </message>
        <message>
            <source>The snapshot %1 is no file.</source>
            <translation>Der Snapshot %1 ist keine Datei.</translation>
        </message>
        <message>
            <source>The snapshot %1 cannot be read.</source>
            <translation>Der Snapshot %1 kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The snapshot %1 is too large.</source>
            <translation>Der Snapshot %1 ist zu groß.</translation>
        </message>
        <message>
            <source>The repository has too many files for kustomize to be given a copy.</source>
            <translation>Das Repository hat zu viele Dateien, um kustomize eine Kopie zu geben.</translation>
        </message>
        <message>
            <source>No copy of the files could be written for kustomize.</source>
            <translation>Für kustomize ließ sich keine Kopie der Dateien schreiben.</translation>
        </message>
    </context>
    <context>
        <name>DriftController</name>
        <message>
            <source>There is no environment %1 any more.</source>
            <translation>Die Umgebung %1 gibt es nicht mehr.</translation>
        </message>
    </context>
    <context>
        <name>DriftPage</name>
        <message>
            <source>Compare with</source>
            <translation>Vergleichen mit</translation>
        </message>
        <message>
            <source>What could not be compared</source>
            <translation>Was sich nicht vergleichen ließ</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Comparing environments</source>
            <translation>Umgebungen werden verglichen</translation>
        </message>
        <message>
            <source>No environments found</source>
            <translation>Keine Umgebungen gefunden</translation>
        </message>
        <message>
            <source>Drift compares the environments of the Environments page; there are none.</source>
            <translation>Drift vergleicht die Umgebungen der Seite „Umgebungen“; es gibt keine.</translation>
        </message>
        <message>
            <source>Compare with a &amp;snapshot file…</source>
            <translation>Mit einer &amp;Snapshot-Datei vergleichen…</translation>
        </message>
        <message>
            <source>Recorded snapshot</source>
            <translation>Aufgezeichneter Snapshot</translation>
        </message>
        <message>
            <source>Snapshot file…</source>
            <translation>Snapshot-Datei…</translation>
        </message>
        <message>
            <source>Snapshot %1</source>
            <translation>Snapshot %1</translation>
        </message>
        <message>
            <source>Snapshot of %1</source>
            <translation>Snapshot von %1</translation>
        </message>
        <message>
            <source>YAML and JSON (*.yaml *.yml *.json)</source>
            <translation>YAML und JSON (*.yaml *.yml *.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message numerus="yes">
            <source>%n object(s) compared</source>
            <translation>
                <numerusform>%n Objekt verglichen</numerusform>
                <numerusform>%n Objekte verglichen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n Unterschied</numerusform>
                <numerusform>%n Unterschiede</numerusform>
            </translation>
        </message>
        <message>
            <source>recorded %1 ago</source>
            <translation>vor %1 aufgezeichnet</translation>
        </message>
        <message numerus="yes">
            <source>%n live object(s) not deployed from Git</source>
            <translation>
                <numerusform>%n Live-Objekt nicht aus Git bereitgestellt</numerusform>
                <numerusform>%n Live-Objekte nicht aus Git bereitgestellt</numerusform>
            </translation>
        </message>
        <message>
            <source>not compared: %1</source>
            <translation>nicht verglichen: %1</translation>
        </message>
        <message>
            <source>Git</source>
            <translation>Git</translation>
        </message>
        <message>
            <source>live</source>
            <translation>live</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und noch %n</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>No snapshot of %1</source>
            <translation>Kein Snapshot von %1</translation>
        </message>
        <message>
            <source>Record what runs there into .plumbline/snapshots/%1.yaml:
kubectl get deployments,services,configmaps --output yaml --show-managed-fields
Or choose another file, or compare with another environment above. Until then it is not known whether it is in sync.</source>
            <extracomment>%1 an environment, as in .plumbline/snapshots/production.yaml</extracomment>
            <translation>Aufzeichnen, was dort läuft, in .plumbline/snapshots/%1.yaml:
kubectl get deployments,services,configmaps --output yaml --show-managed-fields
Oder oben eine andere Datei oder eine andere Umgebung zum Vergleich auswählen. Bis dahin ist nicht bekannt, ob sie synchron ist.</translation>
        </message>
    </context>
    <context>
        <name>EditorChoice</name>
        <message>
            <source>No editor is known.</source>
            <translation>Kein Editor ist bekannt.</translation>
        </message>
        <message>
            <source>Name one in Preferences, under Programs, or in $VISUAL.</source>
            <translation>In den Einstellungen unter „Programme“ oder in $VISUAL einen angeben.</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentButton</name>
        <message numerus="yes">
            <source>%n drift(s)</source>
            <translation>
                <numerusform>%n Drift</numerusform>
                <numerusform>%n Drifts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Environments</name>
        <message>
            <source>This content is not there.</source>
            <translation>Dieser Inhalt ist nicht vorhanden.</translation>
        </message>
        <message>
            <source>%1 is not there.</source>
            <translation>%1 ist nicht vorhanden.</translation>
        </message>
        <message>
            <source>%1 could not be read.</source>
            <translation>%1 ließ sich nicht lesen.</translation>
        </message>
        <message>
            <source>%1 leads out of the repository.</source>
            <translation>%1 führt aus dem Repository hinaus.</translation>
        </message>
        <message>
            <source>%1 has no kustomization.</source>
            <translation>%1 hat keine Kustomization.</translation>
        </message>
        <message>
            <source>Its layers multiply, not all of them are read.</source>
            <translation>Die Schichten vervielfachen sich, nicht alle werden gelesen.</translation>
        </message>
        <message>
            <source>%1 refers to itself.</source>
            <translation>%1 verweist auf sich selbst.</translation>
        </message>
        <message>
            <source>A patch in the file cannot be read.</source>
            <translation>Ein Patch in der Datei ist nicht lesbar.</translation>
        </message>
        <message>
            <source>It is a template: what it will say is not known.</source>
            <translation>Es ist ein Template: Was es ergeben wird, ist nicht bekannt.</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentsPage</name>
        <message>
            <source>Show the commit in &amp;History</source>
            <translation>Den Commit im &amp;Verlauf anzeigen</translation>
        </message>
        <message>
            <source>Units by environment</source>
            <translation>Einheiten nach Umgebung</translation>
        </message>
        <message>
            <source>What could not be read</source>
            <translation>Was sich nicht lesen ließ</translation>
        </message>
        <message>
            <source>Looking for environments</source>
            <translation>Umgebungen werden gesucht</translation>
        </message>
        <message>
            <source>No environments found</source>
            <translation>Keine Umgebungen gefunden</translation>
        </message>
        <message>
            <source>Environments show here when folders or files differ by an environment's name alone, such as overlays/staging and overlays/production, or values-staging.yaml and values-production.yaml.</source>
            <translation>Umgebungen erscheinen hier, wenn Ordner oder Dateien sich nur durch den Namen einer Umgebung unterscheiden, etwa overlays/staging und overlays/production oder values-staging.yaml und values-production.yaml.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und noch %n</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ErrorBanner</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
        <message>
            <source>Details of the error</source>
            <translation>Details des Fehlers</translation>
        </message>
    </context>
    <context>
        <name>ExternalPrograms</name>
        <message>
            <source>A quotation mark is not closed in “%1”.</source>
            <translation>In „%1“ ist ein Anführungszeichen nicht geschlossen.</translation>
        </message>
        <message>
            <source>No program is named.</source>
            <translation>Es ist kein Programm angegeben.</translation>
        </message>
        <message>
            <source>%1 stands for nothing in “%2”.</source>
            <translation>%1 steht in „%2“ für nichts.</translation>
        </message>
        <message>
            <source>The program %1 is not installed.</source>
            <translation>Das Programm %1 ist nicht installiert.</translation>
        </message>
        <message>
            <source>No terminal was found.</source>
            <translation>Kein Terminal wurde gefunden.</translation>
        </message>
        <message>
            <source>Name one in Preferences, under Programs.</source>
            <translation>In den Einstellungen unter „Programme“ eines angeben.</translation>
        </message>
    </context>
    <context>
        <name>FileHistoryController</name>
        <message>
            <source>Reading was stopped.</source>
            <translation>Das Lesen wurde angehalten.</translation>
        </message>
        <message>
            <source>Open the file again to go on.</source>
            <translation>Zum Fortsetzen die Datei erneut öffnen.</translation>
        </message>
        <message>
            <source>Stopped: there may be more. Open the file again to go on.</source>
            <translation>Angehalten: Es gibt vielleicht mehr. Zum Fortsetzen die Datei erneut öffnen.</translation>
        </message>
    </context>
    <context>
        <name>FileHistoryPage</name>
        <message>
            <source>File history of…</source>
            <translation>Dateiverlauf von…</translation>
        </message>
        <message>
            <source>Go to the commit</source>
            <translation>Zum Commit gehen</translation>
        </message>
        <message>
            <source>Blame at this commit</source>
            <translation>Blame bei diesem Commit</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>Close file history</source>
            <translation>Dateiverlauf schließen</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Differences of the file</source>
            <translation>Unterschiede der Datei</translation>
        </message>
        <message>
            <source>Reading the file's history</source>
            <translation>Dateiverlauf wird gelesen</translation>
        </message>
        <message>
            <source>No file is open here</source>
            <translation>Hier ist keine Datei geöffnet</translation>
        </message>
        <message>
            <source>Type a path above, or choose a file on the History or Changes page and press Ctrl+Shift+H.</source>
            <translation>Oben einen Pfad eingeben oder auf der Seite „Verlauf“ oder „Änderungen“ eine Datei auswählen und Ctrl+Shift+H drücken.</translation>
        </message>
        <message>
            <source>Reading the history of %1</source>
            <translation>Verlauf von %1 wird gelesen</translation>
        </message>
        <message>
            <source>Up to HEAD</source>
            <translation>Bis HEAD</translation>
        </message>
        <message>
            <source>Up to %1</source>
            <translation>Bis %1</translation>
        </message>
        <message>
            <source>No differences to show</source>
            <translation>Keine Unterschiede anzuzeigen</translation>
        </message>
    </context>
    <context>
        <name>FileItems</name>
        <message>
            <source>unmodified</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>added</source>
            <translation>hinzugefügt</translation>
        </message>
        <message>
            <source>modified</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>umbenannt</translation>
        </message>
        <message>
            <source>copied</source>
            <translation>kopiert</translation>
        </message>
        <message>
            <source>type changed</source>
            <translation>Typ geändert</translation>
        </message>
        <message>
            <source>untracked</source>
            <translation>unversioniert</translation>
        </message>
        <message>
            <source>conflicted</source>
            <translation>in Konflikt</translation>
        </message>
    </context>
    <context>
        <name>FileNotes</name>
        <message>
            <source>%1 → %2</source>
            <extracomment>%1 and %2 are sizes before and after, such as 12 kB</extracomment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Only files in the submodule are changed; they are committed in it</source>
            <translation>Nur Dateien im Submodul sind geändert; sie werden dort committet</translation>
        </message>
        <message>
            <source>Submodule moved from %1 to %2</source>
            <extracomment>%1 and %2 are abbreviated commit ids</extracomment>
            <translation>Submodul von %1 nach %2 verschoben</translation>
        </message>
        <message>
            <source>Submodule added at %1</source>
            <translation>Submodul bei %1 hinzugefügt</translation>
        </message>
        <message>
            <source>Submodule removed, was at %1</source>
            <translation>Submodul entfernt, war bei %1</translation>
        </message>
        <message>
            <source>Submodule changed</source>
            <translation>Submodul geändert</translation>
        </message>
        <message>
            <source>Binary file, %1</source>
            <translation>Binärdatei, %1</translation>
        </message>
        <message>
            <source>Too large to show, %1</source>
            <translation>Zu groß zum Anzeigen, %1</translation>
        </message>
        <message>
            <source>The content is not in this clone</source>
            <translation>Der Inhalt ist nicht in diesem Klon</translation>
        </message>
        <message>
            <source>The content cannot be read</source>
            <translation>Der Inhalt ist nicht lesbar</translation>
        </message>
        <message>
            <source>The content cannot be read: %1</source>
            <translation>Der Inhalt ist nicht lesbar: %1</translation>
        </message>
        <message>
            <source>Renamed without changing the content</source>
            <translation>Umbenannt, ohne den Inhalt zu ändern</translation>
        </message>
        <message>
            <source>Copied without changing the content</source>
            <translation>Kopiert, ohne den Inhalt zu ändern</translation>
        </message>
        <message>
            <source>Only the mode changed: %1 → %2</source>
            <translation>Nur der Modus hat sich geändert: %1 → %2</translation>
        </message>
        <message>
            <source>Empty file</source>
            <translation>Leere Datei</translation>
        </message>
        <message>
            <source>Only whitespace differs</source>
            <translation>Nur Leerraum unterscheidet sich</translation>
        </message>
        <message>
            <source>No lines differ</source>
            <translation>Keine Zeile unterscheidet sich</translation>
        </message>
        <message>
            <source>Git LFS pointer to %1</source>
            <extracomment>%1 is the size of a file that Git LFS keeps, with its abbreviated id</extracomment>
            <translation>Git-LFS-Zeiger auf %1</translation>
        </message>
        <message>
            <source>No longer a Git LFS pointer, was to %1</source>
            <translation>Kein Git-LFS-Zeiger mehr, zeigte auf %1</translation>
        </message>
        <message>
            <source>Git LFS pointer from %1 to %2</source>
            <translation>Git-LFS-Zeiger von %1 nach %2</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) that hide or reorder text: </source>
            <translation>
                <numerusform>%n Zeichen, das Text verbirgt oder umordnet: </numerusform>
                <numerusform>%n Zeichen, die Text verbergen oder umordnen: </numerusform>
            </translation>
        </message>
        <message>
            <source>unknown encoding</source>
            <translation>unbekannte Kodierung</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) moved</source>
            <translation>
                <numerusform>%n Zeile verschoben</numerusform>
                <numerusform>%n Zeilen verschoben</numerusform>
            </translation>
        </message>
        <message>
            <source>whitespace ignored</source>
            <translation>Leerraum ignoriert</translation>
        </message>
        <message>
            <source>only whitespace</source>
            <translation>nur Leerraum</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>verschoben</translation>
        </message>
        <message>
            <source>The file may go on here</source>
            <translation>Die Datei geht hier vielleicht weiter</translation>
        </message>
        <message>
            <source>Text that Git takes for binary, %1: staged and discarded as a whole</source>
            <translation>Text, den Git für binär hält, %1: wird als Ganzes vorgemerkt und verworfen</translation>
        </message>
        <message>
            <source>read as %1</source>
            <extracomment>%1: an encoding such as Windows-1252, or two with an arrow; nothing but the bytes says that it is this</extracomment>
            <translation>gelesen als %1</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) that %1 has no character for</source>
            <extracomment>%1: an encoding such as UTF-8</extracomment>
            <translation>
                <numerusform>%n Stelle, für die %1 kein Zeichen hat</numerusform>
                <numerusform>%n Stellen, für die %1 kein Zeichen hat</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FileWords</name>
        <message>
            <source>symbolic link</source>
            <translation>symbolischer Link</translation>
        </message>
        <message>
            <source>submodule</source>
            <translation>Submodul</translation>
        </message>
        <message>
            <source>file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>added, line %1, %2</source>
            <extracomment>%1 is a line number, %2 the text of the line</extracomment>
            <translation>hinzugefügt, Zeile %1, %2</translation>
        </message>
        <message>
            <source>removed, line %1, %2</source>
            <translation>entfernt, Zeile %1, %2</translation>
        </message>
        <message>
            <source>line %1, %2</source>
            <translation>Zeile %1, %2</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>added</source>
            <translation>hinzugefügt</translation>
        </message>
        <message>
            <source>modified</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>renamed, %1 % alike</source>
            <extracomment>%1 is a whole number</extracomment>
            <translation>umbenannt, zu %1 % gleich</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>umbenannt</translation>
        </message>
        <message>
            <source>copied, %1 % alike</source>
            <translation>kopiert, zu %1 % gleich</translation>
        </message>
        <message>
            <source>copied</source>
            <translation>kopiert</translation>
        </message>
        <message>
            <source>type changed</source>
            <translation>Typ geändert</translation>
        </message>
        <message>
            <source>untracked</source>
            <translation>unversioniert</translation>
        </message>
        <message>
            <source>conflicted</source>
            <translation>in Konflikt</translation>
        </message>
        <message>
            <source>executable</source>
            <translation>ausführbar</translation>
        </message>
        <message>
            <source>%1 became %2</source>
            <extracomment>%1 and %2 are such as "file", "symbolic link", "submodule"</extracomment>
            <translation>%1 wurde zu %2</translation>
        </message>
        <message>
            <source>made executable</source>
            <translation>ausführbar gemacht</translation>
        </message>
        <message>
            <source>no longer executable</source>
            <translation>nicht mehr ausführbar</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) added</source>
            <translation>
                <numerusform>%n Zeile hinzugefügt</numerusform>
                <numerusform>%n Zeilen hinzugefügt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) removed</source>
            <translation>
                <numerusform>%n Zeile entfernt</numerusform>
                <numerusform>%n Zeilen entfernt</numerusform>
            </translation>
        </message>
        <message>
            <source>collapsed</source>
            <translation>eingeklappt</translation>
        </message>
        <message>
            <source>hunk %1 of %2, line %3</source>
            <extracomment>%1 and %2 count hunks of a file, %3 is a line number</extracomment>
            <translation>Abschnitt %1 von %2, Zeile %3</translation>
        </message>
        <message>
            <source>blank</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>no newline at the end</source>
            <translation>kein Zeilenumbruch am Ende</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in all files</source>
            <translation>In allen Dateien suchen</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>Vorheriger Treffer</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <source>Close the find bar</source>
            <translation>Suchleiste schließen</translation>
        </message>
    </context>
    <context>
        <name>FindingDetails</name>
        <message>
            <source>Last written by %1, %2</source>
            <translation>Zuletzt geschrieben von %1, %2</translation>
        </message>
        <message>
            <source>Last written by %1</source>
            <translation>Zuletzt geschrieben von %1</translation>
        </message>
        <message>
            <source>Desired</source>
            <translation>Soll</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Git</source>
            <translation>Git</translation>
        </message>
        <message>
            <source>live</source>
            <translation>live</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(nichts)</translation>
        </message>
    </context>
    <context>
        <name>FindingItems</name>
        <message>
            <source>in sync</source>
            <translation>synchron</translation>
        </message>
        <message>
            <source>drifted</source>
            <translation>abweichend</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>extra</source>
            <translation>zusätzlich</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>added by hand</source>
            <translation>von Hand hinzugefügt</translation>
        </message>
        <message>
            <source>removed from Git</source>
            <translation>aus Git entfernt</translation>
        </message>
        <message>
            <source>live only</source>
            <translation>nur live</translation>
        </message>
        <message>
            <source>tolerated</source>
            <translation>toleriert</translation>
        </message>
        <message>
            <source>version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>expected</source>
            <translation>erwartet</translation>
        </message>
        <message>
            <source>unexplained</source>
            <translation>ungeklärt</translation>
        </message>
        <message>
            <source>the whole object</source>
            <translation>das ganze Objekt</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Object and field</source>
            <translation>Objekt und Feld</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
    </context>
    <context>
        <name>Git</name>
        <message>
            <source>Commit, stash or discard the changes that stand in the way, then try again.</source>
            <translation>Die Änderungen, die im Weg stehen, committen, stashen oder verwerfen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>Finish or abort the operation that is in progress first.</source>
            <translation>Erst den Vorgang, der im Gange ist, abschließen oder abbrechen.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Einen anderen Namen wählen.</translation>
        </message>
        <message>
            <source>This is a shallow clone: lines of its oldest commits may be older.</source>
            <translation>Dies ist ein flacher Klon: Zeilen seiner ältesten Commits können älter sein.</translation>
        </message>
        <message>
            <source>The list of revisions that blame.ignoreRevsFile names cannot be read.</source>
            <translation>Die Liste der Revisionen, die blame.ignoreRevsFile nennt, lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>Correct the list, or remove the setting.</source>
            <translation>Die Liste berichtigen oder die Einstellung entfernen.</translation>
        </message>
        <message>
            <source>“%1” is no path of a repository.</source>
            <translation>„%1“ ist kein Pfad eines Repositorys.</translation>
        </message>
        <message>
            <source>This repository is not trusted, so Git is not asked who changed which line.</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird Git nicht gefragt, wer welche Zeile geändert hat.</translation>
        </message>
        <message>
            <source>Trust the repository first if you know where it comes from.</source>
            <translation>Erst dem Repository vertrauen, falls bekannt ist, woher es kommt.</translation>
        </message>
        <message>
            <source>“%1” changed meanwhile, or a filter keeps other lines of it in the repository.</source>
            <translation>„%1“ hat sich inzwischen geändert, oder ein Filter legt andere Zeilen davon im Repository ab.</translation>
        </message>
        <message>
            <source>“%1” is a folder: only files have lines.</source>
            <translation>„%1“ ist ein Ordner: Nur Dateien haben Zeilen.</translation>
        </message>
        <message>
            <source>“%1” is a submodule: only files have lines.</source>
            <translation>„%1“ ist ein Submodul: Nur Dateien haben Zeilen.</translation>
        </message>
        <message>
            <source>“%1” is a binary file: it has no lines.</source>
            <translation>„%1“ ist eine Binärdatei: Sie hat keine Zeilen.</translation>
        </message>
        <message>
            <source>There is no “%1” in %2.</source>
            <extracomment>%1: path, %2: id of a commit</extracomment>
            <translation>Es gibt kein „%1“ in %2.</translation>
        </message>
        <message>
            <source>“%1” is not tracked, so it has no history.</source>
            <translation>„%1“ ist unversioniert und hat darum keinen Verlauf.</translation>
        </message>
        <message numerus="yes">
            <source>A program that ended left %1 behind, %n second(s) ago.</source>
            <extracomment>%1: path of a lock file</extracomment>
            <translation>
                <numerusform>Ein beendetes Programm hat %1 vor %n Sekunde zurückgelassen.</numerusform>
                <numerusform>Ein beendetes Programm hat %1 vor %n Sekunden zurückgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>No program on this computer holds it any more. Remove that file, then try again.</source>
            <translation>Kein Programm auf diesem Computer hält sie mehr. Diese Datei entfernen, dann erneut versuchen.</translation>
        </message>
        <message numerus="yes">
            <source>%1 is held by %2, for %n second(s) now.</source>
            <extracomment>%1: path of a lock file; %2: such as "git (process 1234)"</extracomment>
            <translation>
                <numerusform>%1 wird von %2 gehalten, seit %n Sekunde.</numerusform>
                <numerusform>%1 wird von %2 gehalten, seit %n Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Wait for it to end and try again.</source>
            <translation>Warten, bis es endet, und erneut versuchen.</translation>
        </message>
        <message numerus="yes">
            <source>Another Git program holds %1, for %n second(s) now.</source>
            <extracomment>%1: path of a lock file</extracomment>
            <translation>
                <numerusform>Ein anderes Git-Programm hält %1, seit %n Sekunde.</numerusform>
                <numerusform>Ein anderes Git-Programm hält %1, seit %n Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Wait for it to end and try again. If no Git program runs any more, remove that file.</source>
            <translation>Warten, bis es endet, und erneut versuchen. Wenn kein Git-Programm mehr läuft, diese Datei entfernen.</translation>
        </message>
        <message>
            <source>“git %1” failed.</source>
            <extracomment>%1: a subcommand such as "apply"</extracomment>
            <translation>„git %1“ ist fehlgeschlagen.</translation>
        </message>
        <message>
            <source>“%1” is not UTF-8, so Git cannot be asked about it here.</source>
            <extracomment>%1: a path</extracomment>
            <translation>„%1“ ist nicht UTF-8, darum lässt sich Git hier nicht danach fragen.</translation>
        </message>
        <message>
            <source>This repository is not trusted, so no program is started in it.</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird darin kein Programm gestartet.</translation>
        </message>
        <message>
            <source>Git is not installed.</source>
            <translation>Git ist nicht installiert.</translation>
        </message>
        <message>
            <source>Install the package “git”; reading works without it, changing does not.</source>
            <translation>Das Paket „git“ installieren; Lesen geht ohne, Ändern nicht.</translation>
        </message>
        <message>
            <source>The folder of this repository has a name that is not UTF-8, so Git cannot be started in it.</source>
            <translation>Der Ordner dieses Repositorys hat einen Namen, der nicht UTF-8 ist, darum lässt sich Git darin nicht starten.</translation>
        </message>
        <message>
            <source>%1 is no branch.</source>
            <extracomment>%1: the name of a ref</extracomment>
            <translation>%1 ist kein Branch.</translation>
        </message>
        <message>
            <source>No commit was named.</source>
            <translation>Es wurde kein Commit genannt.</translation>
        </message>
        <message>
            <source>“%1” was not checked out.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>„%1“ wurde nicht ausgecheckt.</translation>
        </message>
        <message>
            <source>The branch “%1” was not made.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Der Branch „%1“ wurde nicht angelegt.</translation>
        </message>
        <message>
            <source>The message contains a NUL character, which Git cannot store.</source>
            <translation>Die Nachricht enthält ein NUL-Zeichen, das Git nicht speichern kann.</translation>
        </message>
        <message>
            <source>The tag “%1” was not made.</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Der Tag „%1“ wurde nicht angelegt.</translation>
        </message>
        <message>
            <source>The folder for kept histories cannot be made.</source>
            <translation>Der Ordner für aufbewahrte Verläufe lässt sich nicht anlegen.</translation>
        </message>
        <message>
            <source>The message is empty.</source>
            <translation>Die Nachricht ist leer.</translation>
        </message>
        <message>
            <source>Nothing is staged.</source>
            <translation>Nichts ist vorgemerkt.</translation>
        </message>
        <message>
            <source>Stage a file, a part or a line first.</source>
            <translation>Erst eine Datei, einen Abschnitt oder eine Zeile vormerken.</translation>
        </message>
        <message>
            <source>Git does not know your name and e-mail address.</source>
            <translation>Git kennt Ihren Namen und Ihre E-Mail-Adresse nicht.</translation>
        </message>
        <message>
            <source>Set them with “git config --global user.name NAME” and “git config --global user.email ADDRESS”.</source>
            <translation>Mit „git config --global user.name NAME“ und „git config --global user.email ADDRESS“ setzen.</translation>
        </message>
        <message>
            <source>Only the author of a commit that is amended can be reset, and not to somebody else.</source>
            <translation>Nur der Autor eines Commits, der nachgebessert wird, lässt sich zurücksetzen, und nicht auf jemand anderen.</translation>
        </message>
        <message>
            <source>The author has no name, or one that Git cannot store.</source>
            <translation>Der Autor hat keinen Namen oder einen, den Git nicht speichern kann.</translation>
        </message>
        <message>
            <source>Write it like this: Ada Example &lt;ada@example.org&gt;</source>
            <translation>So schreiben: Ada Example &lt;ada@example.org&gt;</translation>
        </message>
        <message>
            <source>Git cannot store that date.</source>
            <translation>Git kann dieses Datum nicht speichern.</translation>
        </message>
        <message>
            <source>The branch has moved since it was shown, so nothing was committed.</source>
            <translation>Der Branch hat sich seit der Anzeige bewegt, darum wurde nichts committet.</translation>
        </message>
        <message>
            <source>Look at the new history and commit again.</source>
            <translation>Den neuen Verlauf ansehen und erneut committen.</translation>
        </message>
        <message>
            <source>There is no commit to amend yet.</source>
            <translation>Es gibt noch keinen Commit zum Nachbessern.</translation>
        </message>
        <message>
            <source>What is staged has changed since it was shown, so nothing was committed.</source>
            <translation>Das Vorgemerkte hat sich seit der Anzeige geändert, darum wurde nichts committet.</translation>
        </message>
        <message>
            <source>Look at what is staged now and commit again.</source>
            <translation>Das jetzt Vorgemerkte ansehen und erneut committen.</translation>
        </message>
        <message>
            <source>The checksum of %1 is wrong.</source>
            <translation>Die Prüfsumme von %1 ist falsch.</translation>
        </message>
        <message>
            <source>There is no commit graph.</source>
            <translation>Es gibt keinen Commit-Graphen.</translation>
        </message>
        <message>
            <source>Git's commit graph in %1 is damaged and was not used.</source>
            <translation>Gits Commit-Graph in %1 ist beschädigt und wurde nicht verwendet.</translation>
        </message>
        <message>
            <source>Git's commit graph in %1 is of another kind and was not used.</source>
            <translation>Gits Commit-Graph in %1 ist von anderer Art und wurde nicht verwendet.</translation>
        </message>
        <message>
            <source>Git's commit graph in %1 is too large and was not used.</source>
            <translation>Gits Commit-Graph in %1 ist zu groß und wurde nicht verwendet.</translation>
        </message>
        <message>
            <source>The history cannot be kept as a commit graph.</source>
            <translation>Der Verlauf lässt sich nicht als Commit-Graph aufbewahren.</translation>
        </message>
        <message>
            <source>The file %1 cannot be written.</source>
            <translation>Die Datei %1 lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>The history cannot be read.</source>
            <translation>Der Verlauf lässt sich nicht lesen.</translation>
        </message>
        <message numerus="yes">
            <source>%n more problem(s) of this kind are not listed.</source>
            <translation>
                <numerusform>%n weiteres Problem dieser Art ist nicht aufgeführt.</numerusform>
                <numerusform>%n weitere Probleme dieser Art sind nicht aufgeführt.</numerusform>
            </translation>
        </message>
        <message>
            <source>“git commit-graph verify” tells more, “git commit-graph write --reachable” makes it anew.</source>
            <translation>„git commit-graph verify“ sagt mehr, „git commit-graph write --reachable“ erstellt ihn neu.</translation>
        </message>
        <message>
            <source>It was deleted and is made anew.</source>
            <translation>Gelöscht; wird neu erstellt.</translation>
        </message>
        <message>
            <source>Commits may be missing here, or be shown with other parents.</source>
            <translation>Hier können Commits fehlen oder mit anderen Eltern-Commits angezeigt werden.</translation>
        </message>
        <message>
            <source>Another program made a commit at the same moment, and it was amended instead of the one that was shown.</source>
            <translation>Ein anderes Programm hat im selben Moment einen Commit erstellt, und dieser wurde anstelle des angezeigten nachgebessert.</translation>
        </message>
        <message>
            <source>The commit is %1. The reflog of HEAD has the one that it replaced.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Der Commit ist %1. Im Reflog von HEAD steht der, den er ersetzt hat.</translation>
        </message>
        <message>
            <source>The commit could not be signed.</source>
            <translation>Der Commit ließ sich nicht signieren.</translation>
        </message>
        <message>
            <source>Nothing was lost. See what the signing program said.</source>
            <translation>Nichts ging verloren. Die Ausgabe des Signierprogramms ansehen.</translation>
        </message>
        <message>
            <source>The commit could not be signed or stored.</source>
            <translation>Der Commit ließ sich nicht signieren oder speichern.</translation>
        </message>
        <message>
            <source>The message is kept and HEAD is as before. What was printed says why.</source>
            <translation>Die Nachricht bleibt erhalten, und HEAD ist wie zuvor. Die Ausgabe sagt, warum.</translation>
        </message>
        <message>
            <source>A hook or Git itself refused the commit.</source>
            <translation>Ein Hook oder Git selbst hat den Commit abgelehnt.</translation>
        </message>
        <message>
            <source>HEAD cannot be read.</source>
            <translation>HEAD lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The differences cannot be read.</source>
            <translation>Die Unterschiede lassen sich nicht lesen.</translation>
        </message>
        <message>
            <source>What %1 changed is unknown: the commit before it is not in this clone.</source>
            <translation>Was %1 geändert hat, ist unbekannt: Der Commit davor ist nicht in diesem Klon.</translation>
        </message>
        <message>
            <source>“git fetch --deepen=1” brings it.</source>
            <translation>„git fetch --deepen=1“ holt ihn.</translation>
        </message>
        <message>
            <source>No changed line is selected.</source>
            <translation>Keine geänderte Zeile ist ausgewählt.</translation>
        </message>
        <message>
            <source>A link has no lines to choose from.</source>
            <translation>Ein Link hat keine Zeilen zum Auswählen.</translation>
        </message>
        <message>
            <source>%1 is in conflict, which has to be resolved first.</source>
            <translation>%1 ist im Konflikt, der erst gelöst werden muss.</translation>
        </message>
        <message>
            <source>%1 is a submodule, whose changes are discarded in itself.</source>
            <translation>%1 ist ein Submodul, dessen Änderungen in ihm selbst verworfen werden.</translation>
        </message>
        <message>
            <source>%1 is announced to the index without content: unstage it first.</source>
            <translation>%1 ist dem Index ohne Inhalt angekündigt: erst die Vormerkung aufheben.</translation>
        </message>
        <message>
            <source>%1 is a repository of its own and is left alone.</source>
            <translation>%1 ist ein eigenes Repository und bleibt unangetastet.</translation>
        </message>
        <message>
            <source>%1 has nothing to discard: it is unchanged or ignored.</source>
            <translation>%1 hat nichts zu verwerfen: unverändert oder ignoriert.</translation>
        </message>
        <message>
            <source>%1 is no longer there.</source>
            <translation>%1 ist nicht mehr da.</translation>
        </message>
        <message>
            <source>Nothing is selected.</source>
            <translation>Nichts ist ausgewählt.</translation>
        </message>
        <message>
            <source>What is before %1 is not in this shallow clone.</source>
            <translation>Was vor %1 ist, ist nicht in diesem flachen Klon.</translation>
        </message>
        <message>
            <source>This repository is not trusted, so no program is started in it: renames are not followed, and what a merge brought is shown as the merge.</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird darin kein Programm gestartet: Umbenennungen werden nicht verfolgt, und was ein Merge gebracht hat, wird als der Merge angezeigt.</translation>
        </message>
        <message>
            <source>This is a shallow clone, so the history may be longer than shown.</source>
            <translation>Dies ist ein flacher Klon, darum kann der Verlauf länger sein als angezeigt.</translation>
        </message>
        <message>
            <source>No commit up to %2 changed “%1”.</source>
            <extracomment>%1: path, %2: id of a commit</extracomment>
            <translation>Kein Commit bis %2 hat „%1“ geändert.</translation>
        </message>
        <message>
            <source>git-crypt has encrypted it in Git</source>
            <extracomment>stands behind “The content cannot be read:”</extracomment>
            <translation>git-crypt hat ihn in Git verschlüsselt</translation>
        </message>
        <message>
            <source>git-crypt has encrypted it, and this repository is locked</source>
            <translation>git-crypt hat ihn verschlüsselt, und dieses Repository ist gesperrt</translation>
        </message>
        <message>
            <source>Git gave an answer that makes no sense.</source>
            <translation>Git gab eine Antwort, die keinen Sinn ergibt.</translation>
        </message>
        <message>
            <source>%1 is neither a file nor a link.</source>
            <translation>%1 ist weder eine Datei noch ein Link.</translation>
        </message>
        <message>
            <source>SHA-256 repositories are not supported by this build.</source>
            <translation>SHA-256-Repositorys werden von diesem Build nicht unterstützt.</translation>
        </message>
        <message>
            <source>The object format “%1” is not supported by this build.</source>
            <translation>Das Objektformat „%1“ wird von diesem Build nicht unterstützt.</translation>
        </message>
        <message>
            <source>The reference storage “%1” is not supported by this build.</source>
            <translation>Der Referenzspeicher „%1“ wird von diesem Build nicht unterstützt.</translation>
        </message>
        <message>
            <source>The repository uses the extension “%1”, which is not supported by this build.</source>
            <translation>Das Repository verwendet die Erweiterung „%1“, die von diesem Build nicht unterstützt wird.</translation>
        </message>
        <message>
            <source>The configuration of the repository cannot be read.</source>
            <translation>Die Konfiguration des Repositorys lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The repository has format version %1, which is not supported by this build.</source>
            <translation>Das Repository hat die Formatversion %1, die von diesem Build nicht unterstützt wird.</translation>
        </message>
        <message>
            <source>The index is damaged.</source>
            <translation>Der Index ist beschädigt.</translation>
        </message>
        <message>
            <source>%1 does not record what was staged.</source>
            <translation>%1 hält nicht fest, was vorgemerkt war.</translation>
        </message>
        <message>
            <source>What was staged was not brought back: something changed since.</source>
            <translation>Das Vorgemerkte wurde nicht zurückgeholt: Etwas hat sich seither geändert.</translation>
        </message>
        <message>
            <source>There is no room for temporary files.</source>
            <translation>Für temporäre Dateien ist kein Platz.</translation>
        </message>
        <message>
            <source>Another operation is in progress in this repository.</source>
            <translation>In diesem Repository ist ein anderer Vorgang im Gange.</translation>
        </message>
        <message>
            <source>The operation in progress was not brought back.</source>
            <translation>Der laufende Vorgang wurde nicht zurückgeholt.</translation>
        </message>
        <message>
            <source>%1 is neither a file nor a folder, so the repository is not read.</source>
            <translation>%1 ist weder eine Datei noch ein Ordner, darum wird das Repository nicht gelesen.</translation>
        </message>
        <message>
            <source>The file %1 is too large, so the repository is not read.</source>
            <translation>Die Datei %1 ist zu groß, darum wird das Repository nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 is a link that leads to no reference, so the repository is not read.</source>
            <translation>%1 ist ein Link, der zu keiner Referenz führt, darum wird das Repository nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 is a link that leads to no Git folder, so the repository is not read.</source>
            <translation>%1 ist ein Link, der zu keinem Git-Ordner führt, darum wird das Repository nicht gelesen.</translation>
        </message>
        <message>
            <source>The file .gitmodules cannot be read.</source>
            <translation>Die Datei .gitmodules lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>What .gitmodules names is no file, so it is not read.</source>
            <translation>Was .gitmodules heißt, ist keine Datei und wird darum nicht gelesen.</translation>
        </message>
        <message>
            <source>It has no entry in .gitmodules.</source>
            <translation>Es hat keinen Eintrag in .gitmodules.</translation>
        </message>
        <message>
            <source>Its name in .gitmodules would lead out of Git's folder for submodules.</source>
            <translation>Sein Name in .gitmodules würde aus Gits Ordner für Submodule hinausführen.</translation>
        </message>
        <message>
            <source>Its name in .gitmodules cannot be given to Git.</source>
            <translation>Sein Name in .gitmodules lässt sich Git nicht übergeben.</translation>
        </message>
        <message>
            <source>Its path leads out of the work tree or into Git's own folder.</source>
            <translation>Sein Pfad führt aus dem Arbeitsverzeichnis hinaus oder in Gits eigenen Ordner.</translation>
        </message>
        <message>
            <source>Its path cannot be given to Git.</source>
            <translation>Sein Pfad lässt sich Git nicht übergeben.</translation>
        </message>
        <message>
            <source>It has no address.</source>
            <translation>Es hat keine Adresse.</translation>
        </message>
        <message>
            <source>Its address contains characters that belong into no address.</source>
            <translation>Seine Adresse enthält Zeichen, die in keine Adresse gehören.</translation>
        </message>
        <message>
            <source>A symbolic link stands at %1, where a submodule belongs.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Bei %1, wo ein Submodul hingehört, steht ein symbolischer Link.</translation>
        </message>
        <message>
            <source>There is no repository in %1.</source>
            <extracomment>%1: a path</extracomment>
            <translation>In %1 gibt es kein Repository.</translation>
        </message>
        <message>
            <source>There is no submodule at %1.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Bei %1 gibt es kein Submodul.</translation>
        </message>
        <message>
            <source>It has no address in .gitmodules.</source>
            <translation>Es hat keine Adresse in .gitmodules.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>%1: path of a submodule, %2: a sentence</extracomment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The address of a submodule was not taken over.</source>
            <translation>Die Adresse eines Submoduls wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>The submodules are nested too deep.</source>
            <translation>Die Submodule sind zu tief verschachtelt.</translation>
        </message>
        <message>
            <source>Its commit is in conflict, which has to be resolved first.</source>
            <translation>Sein Commit ist im Konflikt, der erst gelöst werden muss.</translation>
        </message>
        <message>
            <source>It is not initialised.</source>
            <translation>Es ist nicht initialisiert.</translation>
        </message>
        <message>
            <source>Initialise it as well: then its address is taken from .gitmodules.</source>
            <translation>Es auch initialisieren: Dann wird seine Adresse aus .gitmodules übernommen.</translation>
        </message>
        <message>
            <source>What is checked out there is on no branch, and nobody would find it again.</source>
            <translation>Was dort ausgecheckt ist, ist auf keinem Branch, und niemand fände es wieder.</translation>
        </message>
        <message>
            <source>Make a branch of it in the submodule first.</source>
            <translation>Erst im Submodul einen Branch daraus machen.</translation>
        </message>
        <message>
            <source>It was not initialised.</source>
            <translation>Es wurde nicht initialisiert.</translation>
        </message>
        <message>
            <source>Git did not initialise it.</source>
            <translation>Git hat es nicht initialisiert.</translation>
        </message>
        <message>
            <source>Its address is relative.</source>
            <translation>Seine Adresse ist relativ.</translation>
        </message>
        <message>
            <source>Its address is a folder of this machine, but this repository is from elsewhere.</source>
            <translation>Seine Adresse ist ein Ordner dieses Computers, aber dieses Repository kommt von anderswo.</translation>
        </message>
        <message>
            <source>If that is meant, set submodule.&lt;name&gt;.url in a terminal, or clone it there.</source>
            <translation>Falls das so gemeint ist, submodule.&lt;name&gt;.url in einem Terminal setzen oder es dort klonen.</translation>
        </message>
        <message>
            <source>It was not updated.</source>
            <translation>Es wurde nicht aktualisiert.</translation>
        </message>
        <message>
            <source>Commit, stash or discard the changes in it first.</source>
            <translation>Erst die Änderungen darin committen, stashen oder verwerfen.</translation>
        </message>
        <message>
            <source>Git left it as it is.</source>
            <translation>Git hat es gelassen, wie es ist.</translation>
        </message>
        <message>
            <source>Its setting submodule.&lt;name&gt;.update may say so.</source>
            <translation>Vielleicht verlangt das seine Einstellung submodule.&lt;name&gt;.update.</translation>
        </message>
        <message>
            <source>“%1” is no absolute path that Git can be given.</source>
            <extracomment>%1: a path</extracomment>
            <translation>„%1“ ist kein absoluter Pfad, der sich Git übergeben lässt.</translation>
        </message>
        <message>
            <source>A work tree cannot lie in the repository's Git folder.</source>
            <translation>Ein Worktree kann nicht im Git-Ordner des Repositorys liegen.</translation>
        </message>
        <message>
            <source>The folder “%1” is there and not empty.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Der Ordner „%1“ ist vorhanden und nicht leer.</translation>
        </message>
        <message>
            <source>“%1” is there and is no folder.</source>
            <extracomment>%1: a path</extracomment>
            <translation>„%1“ ist vorhanden und kein Ordner.</translation>
        </message>
        <message>
            <source>A work tree needs a branch or a commit.</source>
            <translation>Ein Worktree braucht einen Branch oder einen Commit.</translation>
        </message>
        <message>
            <source>Git did not count the commits.</source>
            <translation>Git hat die Commits nicht gezählt.</translation>
        </message>
        <message>
            <source>The work tree %1 is not there any more.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Der Worktree %1 ist nicht mehr da.</translation>
        </message>
        <message>
            <source>This is the repository's main work tree.</source>
            <translation>Dies ist der Haupt-Worktree des Repositorys.</translation>
        </message>
        <message>
            <source>“%1” cannot be given to Git by name.</source>
            <extracomment>%1: a path</extracomment>
            <translation>„%1“ lässt sich Git nicht mit Namen übergeben.</translation>
        </message>
        <message>
            <source>An operation is in progress in %1.</source>
            <translation>In %1 ist ein Vorgang im Gange.</translation>
        </message>
        <message>
            <source>Continue or abort it there first.</source>
            <translation>Erst dort fortsetzen oder abbrechen.</translation>
        </message>
        <message numerus="yes">
            <source>HEAD of %1 is on no branch and has %n commit(s) that no branch has.</source>
            <translation>
                <numerusform>HEAD von %1 ist auf keinem Branch und hat %n Commit, den kein Branch hat.</numerusform>
                <numerusform>HEAD von %1 ist auf keinem Branch und hat %n Commits, die kein Branch hat.</numerusform>
            </translation>
        </message>
        <message>
            <source>Make a branch of them there first.</source>
            <translation>Erst dort einen Branch daraus machen.</translation>
        </message>
        <message numerus="yes">
            <source>%1 has %n file(s) that are changed or that Git does not know.</source>
            <translation>
                <numerusform>%1 hat %n Datei, die geändert ist oder die Git nicht kennt.</numerusform>
                <numerusform>%1 hat %n Dateien, die geändert sind oder die Git nicht kennt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Commit, stash or discard them there first.</source>
            <translation>Erst dort committen, stashen oder verwerfen.</translation>
        </message>
        <message>
            <source>The work tree was not made.</source>
            <translation>Der Worktree wurde nicht erstellt.</translation>
        </message>
        <message>
            <source>The work tree that is open here is not removed.</source>
            <translation>Der Worktree, der hier geöffnet ist, wird nicht entfernt.</translation>
        </message>
        <message>
            <source>Open another one of the repository first.</source>
            <translation>Erst einen anderen des Repositorys öffnen.</translation>
        </message>
        <message>
            <source>The work tree %1 is locked.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Der Worktree %1 ist gesperrt.</translation>
        </message>
        <message>
            <source>Unlock it first.</source>
            <translation>Erst entsperren.</translation>
        </message>
        <message>
            <source>The work tree was not removed.</source>
            <translation>Der Worktree wurde nicht entfernt.</translation>
        </message>
        <message>
            <source>The work trees that are gone were not forgotten.</source>
            <translation>Die verschwundenen Worktrees wurden nicht vergessen.</translation>
        </message>
        <message>
            <source>The work tree was not locked.</source>
            <translation>Der Worktree wurde nicht gesperrt.</translation>
        </message>
        <message>
            <source>The work tree was not unlocked.</source>
            <translation>Der Worktree wurde nicht entsperrt.</translation>
        </message>
        <message>
            <source>The file %1 points to a repository that is not there.</source>
            <translation>Die Datei %1 verweist auf ein Repository, das nicht da ist.</translation>
        </message>
        <message>
            <source>%1 is a bare repository inside the work tree %2 and is not opened by chance. Name %2, or set GIT_DIR to the bare one.</source>
            <translation>%1 ist ein Bare-Repository im Arbeitsverzeichnis %2 und wird nicht zufällig geöffnet. %2 nennen oder GIT_DIR auf das Bare-Repository setzen.</translation>
        </message>
        <message>
            <source>There is no Git repository at %1.</source>
            <translation>Bei %1 gibt es kein Git-Repository.</translation>
        </message>
        <message>
            <source>GIT_DIR names no repository: %1</source>
            <translation>GIT_DIR nennt kein Repository: %1</translation>
        </message>
        <message>
            <source>GIT_WORK_TREE names no folder: %1</source>
            <translation>GIT_WORK_TREE nennt keinen Ordner: %1</translation>
        </message>
        <message>
            <source>There is no folder %1.</source>
            <translation>Es gibt keinen Ordner %1.</translation>
        </message>
        <message>
            <source>%1 is a link to a folder, which is not followed, so no references are read.</source>
            <translation>%1 ist ein Link auf einen Ordner, dem nicht gefolgt wird, darum werden keine Referenzen gelesen.</translation>
        </message>
        <message>
            <source>%1 is neither a file nor a folder, so no references are read.</source>
            <translation>%1 ist weder eine Datei noch ein Ordner, darum werden keine Referenzen gelesen.</translation>
        </message>
        <message>
            <source>There are too many files in %1 to be references.</source>
            <translation>In %1 sind zu viele Dateien, als dass es Referenzen wären.</translation>
        </message>
        <message>
            <source>The template of messages is read once the repository is trusted.</source>
            <translation>Die Nachrichtenvorlage wird gelesen, sobald dem Repository vertraut wird.</translation>
        </message>
        <message>
            <source>The template of messages %1 cannot be read.</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Die Nachrichtenvorlage %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>%1 lies on a file system that is read-only.</source>
            <translation>%1 liegt auf einem Dateisystem, das schreibgeschützt ist.</translation>
        </message>
        <message>
            <source>You may not write to %1.</source>
            <translation>Keine Schreibrechte für %1.</translation>
        </message>
        <message>
            <source>It is a bare repository: there is no work tree to change.</source>
            <translation>Es ist ein Bare-Repository: Es gibt kein Arbeitsverzeichnis zum Ändern.</translation>
        </message>
        <message>
            <source>Its configuration names another work tree, which is not used: %1</source>
            <translation>Seine Konfiguration nennt ein anderes Arbeitsverzeichnis, das nicht verwendet wird: %1</translation>
        </message>
        <message>
            <source>%1 is a symbolic link to %2.</source>
            <translation>%1 ist ein symbolischer Link auf %2.</translation>
        </message>
        <message>
            <source>The file HEAD is damaged.</source>
            <translation>Die Datei HEAD ist beschädigt.</translation>
        </message>
        <message>
            <source>%1 belongs to another user (%2), so it is not opened.</source>
            <translation>%1 gehört einem anderen Benutzer (%2) und wird darum nicht geöffnet.</translation>
        </message>
        <message>
            <source>If you trust it, add the folder to safe.directory in your own Git configuration.</source>
            <translation>Falls ihm vertraut wird, den Ordner in der eigenen Git-Konfiguration zu safe.directory hinzufügen.</translation>
        </message>
        <message>
            <source>The folders of %1 cannot be read.</source>
            <translation>Die Ordner von %1 lassen sich nicht lesen.</translation>
        </message>
        <message>
            <source>A merge has several parents: say which one counts as what was there before.</source>
            <translation>Ein Merge hat mehrere Eltern-Commits: angeben, welcher als der Stand davor gilt.</translation>
        </message>
        <message>
            <source>The commit has no such parent.</source>
            <translation>Der Commit hat keinen solchen Eltern-Commit.</translation>
        </message>
        <message numerus="yes">
            <source>%n of the commits are merges, so nothing was begun.</source>
            <translation>
                <numerusform>%n der Commits ist ein Merge, darum wurde nichts begonnen.</numerusform>
                <numerusform>%n der Commits sind Merges, darum wurde nichts begonnen.</numerusform>
            </translation>
        </message>
        <message>
            <source>A merge is taken alone, as a change of one of its parents.</source>
            <translation>Ein Merge wird einzeln übernommen, als Änderung gegenüber einem seiner Eltern-Commits.</translation>
        </message>
        <message>
            <source>Its changes are staged: commit or discard them.</source>
            <translation>Seine Änderungen sind vorgemerkt: committen oder verwerfen.</translation>
        </message>
        <message>
            <source>%1 would change nothing here.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 würde hier nichts ändern.</translation>
        </message>
        <message>
            <source>Skip it to go on with those behind it, or abort.</source>
            <translation>Überspringen, um mit den folgenden fortzufahren, oder abbrechen.</translation>
        </message>
        <message>
            <source>The changes are staged and the operation is in progress: commit them, or abort.</source>
            <translation>Die Änderungen sind vorgemerkt, und der Vorgang ist im Gange: committen oder abbrechen.</translation>
        </message>
        <message>
            <source>%1 was not picked.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>Not all of the commits were picked.</source>
            <translation>Nicht alle Commits wurden übernommen.</translation>
        </message>
        <message>
            <source>What %1 changes is here already, so nothing was picked.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Was %1 ändert, ist hier schon vorhanden, darum wurde nichts übernommen.</translation>
        </message>
        <message>
            <source>%1 was not reverted.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 wurde nicht revertet.</translation>
        </message>
        <message>
            <source>Not all of the commits were reverted.</source>
            <translation>Nicht alle Commits wurden revertet.</translation>
        </message>
        <message>
            <source>What %1 changed is not here any more, so nothing was reverted.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Was %1 geändert hat, ist hier nicht mehr vorhanden, darum wurde nichts revertet.</translation>
        </message>
        <message>
            <source>A name does not begin or end with “/” and has no two of them in a row.</source>
            <translation>Ein Name beginnt und endet nicht mit „/“ und hat nicht zwei davon hintereinander.</translation>
        </message>
        <message>
            <source>No part of a name begins with a dot.</source>
            <translation>Kein Teil eines Namens beginnt mit einem Punkt.</translation>
        </message>
        <message>
            <source>No part of a name ends with “.lock”.</source>
            <translation>Kein Teil eines Namens endet mit „.lock“.</translation>
        </message>
        <message>
            <source>A part of the name is too long.</source>
            <translation>Ein Teil des Namens ist zu lang.</translation>
        </message>
        <message>
            <source>A name has no spaces.</source>
            <translation>Ein Name hat keine Leerzeichen.</translation>
        </message>
        <message>
            <source>A name has no control characters.</source>
            <translation>Ein Name hat keine Steuerzeichen.</translation>
        </message>
        <message>
            <source>“%1” has a meaning of its own in Git and cannot be part of a name.</source>
            <extracomment>%1: one character</extracomment>
            <translation>„%1“ hat in Git eine eigene Bedeutung und kann nicht Teil eines Namens sein.</translation>
        </message>
        <message>
            <source>A name is needed.</source>
            <translation>Ein Name ist nötig.</translation>
        </message>
        <message>
            <source>The name is not UTF-8, so it cannot be given to Git here.</source>
            <translation>Der Name ist nicht UTF-8 und lässt sich Git hier darum nicht übergeben.</translation>
        </message>
        <message>
            <source>A name does not begin with “-”: Git would take it for an option.</source>
            <translation>Ein Name beginnt nicht mit „-“: Git hielte ihn für eine Option.</translation>
        </message>
        <message>
            <source>“..” stands for a range and cannot be part of a name.</source>
            <translation>„..“ steht für einen Bereich und kann nicht Teil eines Namens sein.</translation>
        </message>
        <message>
            <source>“@{” has a meaning of its own in Git and cannot be part of a name.</source>
            <translation>„@{“ hat in Git eine eigene Bedeutung und kann nicht Teil eines Namens sein.</translation>
        </message>
        <message>
            <source>“%1” stands for the commit that is checked out.</source>
            <extracomment>%1: "@" or "HEAD"</extracomment>
            <translation>„%1“ steht für den Commit, der ausgecheckt ist.</translation>
        </message>
        <message>
            <source>A name does not end with a dot.</source>
            <translation>Ein Name endet nicht mit einem Punkt.</translation>
        </message>
        <message>
            <source>%1 points to an object that is missing or damaged.</source>
            <translation>%1 verweist auf ein Objekt, das fehlt oder beschädigt ist.</translation>
        </message>
        <message>
            <source>HEAD names %1, which cannot be read.</source>
            <translation>HEAD nennt %1, was sich nicht lesen lässt.</translation>
        </message>
        <message>
            <source>HEAD points to an object that is no commit.</source>
            <translation>HEAD verweist auf ein Objekt, das kein Commit ist.</translation>
        </message>
        <message>
            <source>The list of references cannot be read.</source>
            <translation>Die Liste der Referenzen lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>%1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The two branches cannot be compared.</source>
            <translation>Die beiden Branches lassen sich nicht vergleichen.</translation>
        </message>
        <message>
            <source>“%1” names no commit.</source>
            <translation>„%1“ nennt keinen Commit.</translation>
        </message>
        <message>
            <source>The file %1 cannot be read.</source>
            <translation>Die Datei %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>%1 is not a file.</source>
            <translation>%1 ist keine Datei.</translation>
        </message>
        <message>
            <source>The file %1 ends too soon.</source>
            <translation>Die Datei %1 endet zu früh.</translation>
        </message>
        <message>
            <source>The file %1 is too large.</source>
            <translation>Die Datei %1 ist zu groß.</translation>
        </message>
        <message>
            <source>The folder to clone into is not an absolute path.</source>
            <translation>Der Zielordner des Klons ist kein absoluter Pfad.</translation>
        </message>
        <message>
            <source>The folder to clone into has a name that is not UTF-8.</source>
            <translation>Der Zielordner des Klons hat einen Namen, der nicht UTF-8 ist.</translation>
        </message>
        <message>
            <source>%1 is where a file system is mounted, so no clone can take its place.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Bei %1 ist ein Dateisystem eingehängt, darum kann kein Klon an diese Stelle treten.</translation>
        </message>
        <message>
            <source>Clone into a folder in it.</source>
            <translation>In einen Ordner darin klonen.</translation>
        </message>
        <message>
            <source>%1 is there already and not empty.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 ist schon vorhanden und nicht leer.</translation>
        </message>
        <message>
            <source>The path of a local repository has to be absolute.</source>
            <translation>Der Pfad eines lokalen Repositorys muss absolut sein.</translation>
        </message>
        <message>
            <source>Cloning failed.</source>
            <translation>Das Klonen ist fehlgeschlagen.</translation>
        </message>
        <message>
            <source>Install the package “git”.</source>
            <translation>Das Paket „git“ installieren.</translation>
        </message>
        <message>
            <source>No folder can be made in %1.</source>
            <extracomment>%1: a path</extracomment>
            <translation>In %1 lässt sich kein Ordner anlegen.</translation>
        </message>
        <message>
            <source>The clone could not be given its name %1.</source>
            <translation>Der Klon konnte seinen Namen %1 nicht erhalten.</translation>
        </message>
        <message>
            <source>It is whole and stays in %1: move it where you want it.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Er ist vollständig und bleibt in %1: von dort an die gewünschte Stelle verschieben.</translation>
        </message>
        <message>
            <source>The remote “%1” cannot be read from the configuration.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Das Remote „%1“ lässt sich nicht aus der Konfiguration lesen.</translation>
        </message>
        <message>
            <source>Only a part of it was done: the remote “%1” is gone from the configuration, but some of its branches may be left.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Nur ein Teil wurde erledigt: Das Remote „%1“ ist aus der Konfiguration verschwunden, aber einige seiner Branches sind vielleicht noch da.</translation>
        </message>
        <message>
            <source>The address was not changed.</source>
            <translation>Die Adresse wurde nicht geändert.</translation>
        </message>
        <message>
            <source>The remotes cannot be read from the configuration.</source>
            <translation>Die Remotes lassen sich nicht aus der Konfiguration lesen.</translation>
        </message>
        <message>
            <source>There is no remote “%1”.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Es gibt kein Remote „%1“.</translation>
        </message>
        <message>
            <source>%1 is not encrypted: what is sent could be read and changed on the way.</source>
            <extracomment>%1: an address</extracomment>
            <translation>%1 ist nicht verschlüsselt: Was gesendet wird, könnte unterwegs gelesen und geändert werden.</translation>
        </message>
        <message>
            <source>Use an https address, or allow this one if you trust the network.</source>
            <translation>Eine https-Adresse verwenden oder diese erlauben, falls dem Netzwerk vertraut wird.</translation>
        </message>
        <message>
            <source>The remote was not added.</source>
            <translation>Das Remote wurde nicht hinzugefügt.</translation>
        </message>
        <message>
            <source>The remote was not renamed.</source>
            <translation>Das Remote wurde nicht umbenannt.</translation>
        </message>
        <message>
            <source>The remote was not removed.</source>
            <translation>Das Remote wurde nicht entfernt.</translation>
        </message>
        <message>
            <source>The address has more than one “@” before its path.</source>
            <translation>Die Adresse hat mehr als ein „@“ vor ihrem Pfad.</translation>
        </message>
        <message>
            <source>The address of a local repository has no host: file:///path.</source>
            <translation>Die Adresse eines lokalen Repositorys hat keinen Host: file:///path.</translation>
        </message>
        <message>
            <source>The address names no repository.</source>
            <translation>Die Adresse nennt kein Repository.</translation>
        </message>
        <message>
            <source>Only https, ssh and local addresses are used; “%1” is none of them.</source>
            <translation>Nur https-, ssh- und lokale Adressen werden verwendet; „%1“ ist keine davon.</translation>
        </message>
        <message>
            <source>An address of this form cannot hold a password.</source>
            <translation>Eine Adresse dieser Form kann kein Passwort enthalten.</translation>
        </message>
        <message>
            <source>The path of the address begins with “-”: it would be taken for an option.</source>
            <translation>Der Pfad der Adresse beginnt mit „-“: Er würde für eine Option gehalten.</translation>
        </message>
        <message>
            <source>An address is needed.</source>
            <translation>Eine Adresse ist nötig.</translation>
        </message>
        <message>
            <source>The address is too long.</source>
            <translation>Die Adresse ist zu lang.</translation>
        </message>
        <message>
            <source>The address is not UTF-8, so it cannot be given to Git here.</source>
            <translation>Die Adresse ist nicht UTF-8 und lässt sich Git hier darum nicht übergeben.</translation>
        </message>
        <message>
            <source>An address does not begin with “-”: Git would take it for an option.</source>
            <translation>Eine Adresse beginnt nicht mit „-“: Git hielte sie für eine Option.</translation>
        </message>
        <message>
            <source>The address has control characters or line ends.</source>
            <translation>Die Adresse hat Steuerzeichen oder Zeilenenden.</translation>
        </message>
        <message>
            <source>Addresses that start a helper program (“name::”) are not used.</source>
            <translation>Adressen, die ein Hilfsprogramm starten („name::“), werden nicht verwendet.</translation>
        </message>
        <message>
            <source>The address contains a password, which Git would store as plain text.</source>
            <translation>Die Adresse enthält ein Passwort, das Git im Klartext speichern würde.</translation>
        </message>
        <message>
            <source>Leave it out; you are asked for it, or a credential helper knows it.</source>
            <translation>Weglassen; es wird danach gefragt, oder ein Credential-Helper kennt es.</translation>
        </message>
        <message>
            <source>The address contains an access token, which Git would store as plain text.</source>
            <translation>Die Adresse enthält ein Zugriffstoken, das Git im Klartext speichern würde.</translation>
        </message>
        <message>
            <source>“%1” is not the full name of a reference.</source>
            <extracomment>%1: what stands where the name of a reference belongs</extracomment>
            <translation>„%1“ ist nicht der volle Name einer Referenz.</translation>
        </message>
        <message>
            <source>What the remote has now is not known, so it is not overwritten or removed.</source>
            <translation>Was das Remote jetzt hat, ist nicht bekannt, darum wird es nicht überschrieben oder entfernt.</translation>
        </message>
        <message>
            <source>Fetch first.</source>
            <translation>Erst abrufen.</translation>
        </message>
        <message>
            <source>Fetching from “%1” failed.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Das Abrufen von „%1“ ist fehlgeschlagen.</translation>
        </message>
        <message>
            <source>Pushing to “%1” failed.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Der Push nach „%1“ ist fehlgeschlagen.</translation>
        </message>
        <message>
            <source>The other side is not reached. Look at the network, the proxy and the address.</source>
            <translation>Die Gegenseite ist nicht erreichbar. Netzwerk, Proxy und Adresse prüfen.</translation>
        </message>
        <message>
            <source>The host is not known, or it is another one than before. Compare its fingerprint with one from a source that you trust.</source>
            <translation>Der Host ist nicht bekannt oder ein anderer als zuvor. Seinen Fingerabdruck mit einem aus vertrauenswürdiger Quelle vergleichen.</translation>
        </message>
        <message>
            <source>This needs Git 2.41 or newer.</source>
            <translation>Dafür ist Git 2.41 oder neuer nötig.</translation>
        </message>
        <message>
            <source>The certificate of the other side is not trusted.</source>
            <translation>Dem Zertifikat der Gegenseite wird nicht vertraut.</translation>
        </message>
        <message>
            <source>The other side did not accept who you are. Look at your user name, password, token or key.</source>
            <translation>Die Gegenseite hat die Anmeldung nicht akzeptiert. Benutzername, Passwort, Token oder Schlüssel prüfen.</translation>
        </message>
        <message>
            <source>Only https, ssh and local addresses are used.</source>
            <translation>Nur https-, ssh- und lokale Adressen werden verwendet.</translation>
        </message>
        <message>
            <source>Look at the address, and whether you may see what it names.</source>
            <translation>Die Adresse prüfen, und ob der Zugriff auf das, was sie nennt, erlaubt ist.</translation>
        </message>
        <message>
            <source>The address has no valid host.</source>
            <translation>Die Adresse hat keinen gültigen Host.</translation>
        </message>
        <message>
            <source>The address has no valid port.</source>
            <translation>Die Adresse hat keinen gültigen Port.</translation>
        </message>
        <message>
            <source>The user name in the address has characters that have a meaning elsewhere.</source>
            <translation>Der Benutzername in der Adresse hat Zeichen, die anderswo eine Bedeutung haben.</translation>
        </message>
        <message>
            <source>The repository cannot be opened.</source>
            <translation>Das Repository lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>The index cannot be read.</source>
            <translation>Der Index lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The index %1 cannot be read.</source>
            <translation>Der Index %1 lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The index is split over two files, which only Git itself can read.</source>
            <translation>Der Index ist auf zwei Dateien aufgeteilt, die nur Git selbst lesen kann.</translation>
        </message>
        <message>
            <source>“git update-index --no-split-index” makes it one file again; “git config core.splitIndex false” keeps it so.</source>
            <translation>„git update-index --no-split-index“ macht wieder eine Datei daraus; „git config core.splitIndex false“ belässt es dabei.</translation>
        </message>
        <message>
            <source>The objects of the repository cannot be read.</source>
            <translation>Die Objekte des Repositorys lassen sich nicht lesen.</translation>
        </message>
        <message>
            <source>The object %1 is not in this clone.</source>
            <translation>Das Objekt %1 ist nicht in diesem Klon.</translation>
        </message>
        <message>
            <source>The object %1 is damaged.</source>
            <translation>Das Objekt %1 ist beschädigt.</translation>
        </message>
        <message>
            <source>“git fsck” tells more.</source>
            <translation>„git fsck“ sagt mehr.</translation>
        </message>
        <message>
            <source>The object %1 is too large to be read.</source>
            <translation>Das Objekt %1 ist zu groß zum Lesen.</translation>
        </message>
        <message>
            <source>The object %1 is of another kind.</source>
            <translation>Das Objekt %1 ist von anderer Art.</translation>
        </message>
        <message>
            <source>The configuration cannot be read.</source>
            <translation>Die Konfiguration lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>A bare repository has no work tree.</source>
            <translation>Ein Bare-Repository hat kein Arbeitsverzeichnis.</translation>
        </message>
        <message>
            <source>The branch has moved since it was shown, so nothing was reset.</source>
            <translation>Der Branch hat sich seit der Anzeige bewegt, darum wurde nichts zurückgesetzt.</translation>
        </message>
        <message>
            <source>Look at the new history and try again.</source>
            <translation>Den neuen Verlauf ansehen und erneut versuchen.</translation>
        </message>
        <message>
            <source>Another program is staging changes; nothing was reset.</source>
            <translation>Ein anderes Programm merkt gerade Änderungen vor; nichts wurde zurückgesetzt.</translation>
        </message>
        <message>
            <source>Nothing was reset to %1.</source>
            <translation>Nichts wurde auf %1 zurückgesetzt.</translation>
        </message>
        <message>
            <source>What was there is kept in %1.</source>
            <extracomment>%1: name of a Git ref</extracomment>
            <translation>Was dort war, wird in %1 aufbewahrt.</translation>
        </message>
        <message>
            <source>%1 is being changed by another program; nothing was done.</source>
            <translation>%1 wird gerade von einem anderen Programm geändert; nichts wurde getan.</translation>
        </message>
        <message>
            <source>Look at the repository and try again.</source>
            <translation>Das Repository ansehen und erneut versuchen.</translation>
        </message>
        <message>
            <source>The operation in progress was not continued.</source>
            <translation>Der laufende Vorgang wurde nicht fortgesetzt.</translation>
        </message>
        <message>
            <source>The present step was not skipped.</source>
            <translation>Der aktuelle Schritt wurde nicht übersprungen.</translation>
        </message>
        <message>
            <source>The operation in progress was not aborted.</source>
            <translation>Der laufende Vorgang wurde nicht abgebrochen.</translation>
        </message>
        <message>
            <source>The operation in progress was not ended.</source>
            <translation>Der laufende Vorgang wurde nicht beendet.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are in conflict.</source>
            <translation>
                <numerusform>%n Datei ist im Konflikt.</numerusform>
                <numerusform>%n Dateien sind im Konflikt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Resolve them first.</source>
            <translation>Erst lösen.</translation>
        </message>
        <message numerus="yes">
            <source>Conflict markers are staged in %n file(s).</source>
            <translation>
                <numerusform>In %n Datei sind Konfliktmarkierungen vorgemerkt.</numerusform>
                <numerusform>In %n Dateien sind Konfliktmarkierungen vorgemerkt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Edit and stage the files again, or make them conflicts again.</source>
            <translation>Die Dateien erneut bearbeiten und vormerken oder wieder zu Konflikten machen.</translation>
        </message>
        <message>
            <source>No operation is in progress in this repository.</source>
            <translation>In diesem Repository ist kein Vorgang im Gange.</translation>
        </message>
        <message>
            <source>The operation in progress has no such step.</source>
            <translation>Der laufende Vorgang hat keinen solchen Schritt.</translation>
        </message>
        <message>
            <source>Another program goes on with the operation in progress.</source>
            <translation>Ein anderes Programm setzt den laufenden Vorgang fort.</translation>
        </message>
        <message>
            <source>Another program is staging changes; nothing was done.</source>
            <translation>Ein anderes Programm merkt gerade Änderungen vor; nichts wurde getan.</translation>
        </message>
        <message>
            <source>What Git notes about the bisection names marks that are none.</source>
            <translation>Gits Notizen zum Bisect nennen Markierungen, die keine sind.</translation>
        </message>
        <message>
            <source>Git did not take the mark.</source>
            <translation>Git hat die Markierung nicht angenommen.</translation>
        </message>
        <message>
            <source>No bisection is in progress.</source>
            <translation>Es ist kein Bisect im Gange.</translation>
        </message>
        <message>
            <source>Mark a bad and a good commit first.</source>
            <translation>Erst einen schlechten und einen guten Commit markieren.</translation>
        </message>
        <message>
            <source>“%1” is checked out, so it is not deleted.</source>
            <extracomment>%1: a branch; %2: a folder</extracomment>
            <translation>„%1“ ist ausgecheckt und wird darum nicht gelöscht.</translation>
        </message>
        <message>
            <source>“%1” is checked out in %2, so it is not deleted.</source>
            <translation>„%1“ ist in %2 ausgecheckt und wird darum nicht gelöscht.</translation>
        </message>
        <message>
            <source>Check out another branch there first.</source>
            <translation>Erst dort einen anderen Branch auschecken.</translation>
        </message>
        <message>
            <source>“%1” is being rebased in %2, so it is not deleted.</source>
            <extracomment>%1: a branch; %2: a folder</extracomment>
            <translation>In %2 läuft ein Rebase von „%1“, darum wird er nicht gelöscht.</translation>
        </message>
        <message>
            <source>The bisection in %2 goes back to “%1”, so it is not deleted.</source>
            <extracomment>%1: a branch; %2: a folder</extracomment>
            <translation>Das Bisect in %2 kehrt zu „%1“ zurück, darum wird er nicht gelöscht.</translation>
        </message>
        <message>
            <source>“%1” is only another name of a branch, so it is not deleted.</source>
            <translation>„%1“ ist nur ein anderer Name eines Branchs und wird darum nicht gelöscht.</translation>
        </message>
        <message>
            <source>“%1” has moved since it was shown, so it was not deleted.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>„%1“ hat sich seit der Anzeige bewegt und wurde darum nicht gelöscht.</translation>
        </message>
        <message>
            <source>“%1” is gone already.</source>
            <extracomment>%1: a tag</extracomment>
            <translation>„%1“ ist schon weg.</translation>
        </message>
        <message>
            <source>The settings of “%1” are left in the configuration.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Die Einstellungen von „%1“ sind noch in der Konfiguration.</translation>
        </message>
        <message>
            <source>“%1” was not deleted.</source>
            <extracomment>%1: a branch
----------
%1: a tag</extracomment>
            <translation>„%1“ wurde nicht gelöscht.</translation>
        </message>
        <message>
            <source>There is no branch %1.</source>
            <extracomment>%1: the name of a ref</extracomment>
            <translation>Es gibt keinen Branch %1.</translation>
        </message>
        <message>
            <source>“%1” was not renamed.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>„%1“ wurde nicht umbenannt.</translation>
        </message>
        <message>
            <source>%1 is no branch that could be followed.</source>
            <extracomment>%1: the name of a ref</extracomment>
            <translation>%1 ist kein Branch, dem sich folgen ließe.</translation>
        </message>
        <message>
            <source>“%1” was not set to follow “%2”.</source>
            <extracomment>%1, %2: branches</extracomment>
            <translation>„%1“ folgt „%2“ nicht: Das ließ sich nicht einstellen.</translation>
        </message>
        <message>
            <source>“%1” still follows what it followed.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>„%1“ folgt weiter dem, was bisher eingestellt war.</translation>
        </message>
        <message>
            <source>%1 is too large.</source>
            <translation>%1 ist zu groß.</translation>
        </message>
        <message>
            <source>The content of %1 is not in this clone.</source>
            <translation>Der Inhalt von %1 ist nicht in diesem Klon.</translation>
        </message>
        <message>
            <source>The conflicts cannot be listed.</source>
            <translation>Die Konflikte lassen sich nicht auflisten.</translation>
        </message>
        <message>
            <source>%1 is not in conflict.</source>
            <translation>%1 ist nicht im Konflikt.</translation>
        </message>
        <message>
            <source>%1 is a submodule, which has no text.</source>
            <translation>%1 ist ein Submodul, das keinen Text hat.</translation>
        </message>
        <message>
            <source>%1 cannot be made, so nothing was forgotten.</source>
            <translation>%1 lässt sich nicht anlegen, darum wurde nichts vergessen.</translation>
        </message>
        <message>
            <source>%1 cannot be moved, so the operation is not forgotten.</source>
            <extracomment>%1: a file in the Git folder</extracomment>
            <translation>%1 lässt sich nicht verschieben, darum wird der Vorgang nicht vergessen.</translation>
        </message>
        <message>
            <source>A merge that only stages the changes makes no merge commit and moves nothing.</source>
            <translation>Ein Merge, der die Änderungen nur vormerkt, erstellt keinen Merge-Commit und bewegt nichts.</translation>
        </message>
        <message>
            <source>%1 was not merged.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 wurde nicht gemergt.</translation>
        </message>
        <message>
            <source>Both have commits of their own: merge, or rebase.</source>
            <translation>Beide haben eigene Commits: mergen oder rebasen.</translation>
        </message>
        <message>
            <source>What Git notes about the operation in progress cannot be read: %1.</source>
            <extracomment>%1: a file in the Git folder</extracomment>
            <translation>Gits Notizen zum laufenden Vorgang lassen sich nicht lesen: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n of the commits are merges, which would be lost.</source>
            <translation>
                <numerusform>%n der Commits ist ein Merge, der verloren ginge.</numerusform>
                <numerusform>%n der Commits sind Merges, die verloren gingen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Rebase with the merges, or merge instead.</source>
            <translation>Mitsamt den Merges rebasen oder stattdessen mergen.</translation>
        </message>
        <message>
            <source>The two histories have no commit in common.</source>
            <translation>Die beiden Verläufe haben keinen gemeinsamen Commit.</translation>
        </message>
        <message>
            <source>Nothing was rebased onto %1.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Nichts wurde auf %1 rebast.</translation>
        </message>
        <message>
            <source>Commit, stash or discard your changes first.</source>
            <translation>Erst die eigenen Änderungen committen, stashen oder verwerfen.</translation>
        </message>
        <message>
            <source>The branch has moved since it was shown, so nothing was done.</source>
            <translation>Der Branch hat sich seit der Anzeige bewegt, darum wurde nichts getan.</translation>
        </message>
        <message>
            <source>The steps are not the commits that are to be made anew.</source>
            <translation>Die Schritte sind nicht die Commits, die neu erstellt werden sollen.</translation>
        </message>
        <message>
            <source>There is no commit before the first one to join it with.</source>
            <translation>Vor dem ersten Commit steht keiner, mit dem er sich zusammenfassen ließe.</translation>
        </message>
        <message>
            <source>A commit needs a message.</source>
            <translation>Ein Commit braucht eine Nachricht.</translation>
        </message>
        <message>
            <source>The program “cp” is not installed.</source>
            <translation>Das Programm „cp“ ist nicht installiert.</translation>
        </message>
        <message>
            <source>A merge lies between: %1.</source>
            <translation>Ein Merge liegt dazwischen: %1.</translation>
        </message>
        <message>
            <source>Begin after it.</source>
            <translation>Danach beginnen.</translation>
        </message>
        <message>
            <source>The branch does not lead to %1.</source>
            <translation>Der Branch führt nicht zu %1.</translation>
        </message>
        <message>
            <source>Too many commits lie between.</source>
            <translation>Zu viele Commits liegen dazwischen.</translation>
        </message>
        <message>
            <source>The list of steps cannot be written.</source>
            <translation>Die Liste der Schritte lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>Nothing was rebased.</source>
            <translation>Nichts wurde rebast.</translation>
        </message>
        <message>
            <source>%1 is no name of a ref.</source>
            <extracomment>%1: the name of a ref</extracomment>
            <translation>%1 ist kein Name eines Refs.</translation>
        </message>
        <message>
            <source>%1 has no lines that could have been merged.</source>
            <translation>%1 hat keine Zeilen, die sich hätten mergen lassen.</translation>
        </message>
        <message>
            <source>Choose one of its sides.</source>
            <translation>Eine seiner Seiten wählen.</translation>
        </message>
        <message>
            <source>%1 still has conflict markers.</source>
            <translation>%1 hat noch Konfliktmarkierungen.</translation>
        </message>
        <message>
            <source>Edit the file, or choose one of its sides.</source>
            <translation>Die Datei bearbeiten oder eine ihrer Seiten wählen.</translation>
        </message>
        <message>
            <source>%1 is a submodule on one side and a file on the other.</source>
            <translation>%1 ist auf einer Seite ein Submodul und auf der anderen eine Datei.</translation>
        </message>
        <message>
            <source>Remove the submodule first, or keep it.</source>
            <translation>Erst das Submodul entfernen, oder es behalten.</translation>
        </message>
        <message>
            <source>%1 is not text on both sides.</source>
            <translation>%1 ist nicht auf beiden Seiten Text.</translation>
        </message>
        <message>
            <source>%1 is a link.</source>
            <translation>%1 ist ein Link.</translation>
        </message>
        <message>
            <source>%1 was changed by another program, so nothing was written.</source>
            <translation>%1 wurde von einem anderen Programm geändert, darum wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>Load it again, or start over.</source>
            <translation>Erneut laden oder neu beginnen.</translation>
        </message>
        <message>
            <source>Files are in conflict in this repository.</source>
            <translation>In diesem Repository sind Dateien im Konflikt.</translation>
        </message>
        <message>
            <source>Resolve or discard them first.</source>
            <translation>Erst lösen oder verwerfen.</translation>
        </message>
        <message>
            <source>Nothing is left of this step: skip it, or abort.</source>
            <translation>Von diesem Schritt ist nichts übrig: überspringen oder abbrechen.</translation>
        </message>
        <message>
            <source>Git's notes about the operation are incomplete. Forgetting it leaves branch, index and files as they are.</source>
            <translation>Gits Notizen zum Vorgang sind unvollständig. Vergessen lässt Branch, Index und Dateien, wie sie sind.</translation>
        </message>
        <message>
            <source>The operation is still in progress: continue it, or abort.</source>
            <translation>Der Vorgang ist noch im Gange: fortsetzen oder abbrechen.</translation>
        </message>
        <message>
            <source>%1 is no tag.</source>
            <translation>%1 ist kein Tag.</translation>
        </message>
        <message>
            <source>“%1” leads to no commit, and what it leads to could not be kept for an undo.</source>
            <extracomment>%1: a tag</extracomment>
            <translation>„%1“ führt zu keinem Commit, und worauf er zeigt, ließ sich nicht zum Rückgängigmachen aufbewahren.</translation>
        </message>
        <message>
            <source>“git tag -d” deletes it for good.</source>
            <translation>„git tag -d“ löscht ihn endgültig.</translation>
        </message>
        <message>
            <source>%1 is no path inside the work tree.</source>
            <translation>%1 ist kein Pfad im Arbeitsverzeichnis.</translation>
        </message>
        <message>
            <source>%1 has changed since it was shown, so nothing was done.</source>
            <translation>%1 hat sich seit der Anzeige geändert, darum wurde nichts getan.</translation>
        </message>
        <message>
            <source>Look at the new differences and choose again.</source>
            <translation>Die neuen Unterschiede ansehen und erneut auswählen.</translation>
        </message>
        <message>
            <source>A filter or an encoding changes %1 on its way into Git, so its lines cannot be chosen one by one.</source>
            <translation>Ein Filter oder eine Kodierung ändert %1 auf dem Weg zu Git, darum lassen sich die Zeilen nicht einzeln auswählen.</translation>
        </message>
        <message>
            <source>Take the whole file.</source>
            <translation>Die ganze Datei nehmen.</translation>
        </message>
        <message>
            <source>%1 has no lines to choose from.</source>
            <translation>%1 hat keine Zeilen zum Auswählen.</translation>
        </message>
        <message>
            <source>Git LFS keeps %1, so there are no lines of it to choose one by one.</source>
            <translation>Git LFS bewahrt %1 auf, darum gibt es davon keine Zeilen zum einzelnen Auswählen.</translation>
        </message>
        <message>
            <source>git did not say whether the signature is right.</source>
            <translation>git hat nicht gesagt, ob die Signatur stimmt.</translation>
        </message>
        <message>
            <source>The index names too many files to be read.</source>
            <translation>Der Index nennt zu viele Dateien, um gelesen zu werden.</translation>
        </message>
        <message>
            <source>Git would change the line ends of a file, which core.safecrlf forbids.</source>
            <translation>Git würde die Zeilenenden einer Datei ändern, was core.safecrlf verbietet.</translation>
        </message>
        <message>
            <source>Give the file the line ends that its attributes ask for, or set core.safecrlf to “warn”.</source>
            <translation>Der Datei die Zeilenenden geben, die ihre Attribute verlangen, oder core.safecrlf auf „warn“ setzen.</translation>
        </message>
        <message>
            <source>A file is no longer there.</source>
            <translation>Eine Datei ist nicht mehr da.</translation>
        </message>
        <message>
            <source>An ignored file is not staged.</source>
            <translation>Eine ignorierte Datei wird nicht vorgemerkt.</translation>
        </message>
        <message>
            <source>A file that became a link or a link that became a file has no lines to choose from.</source>
            <translation>Eine Datei, die zum Link wurde, oder ein Link, der zur Datei wurde, hat keine Zeilen zum Auswählen.</translation>
        </message>
        <message>
            <source>A file that was moved is staged as a whole first.</source>
            <translation>Eine verschobene Datei wird erst als Ganzes vorgemerkt.</translation>
        </message>
        <message>
            <source>What is stashed cannot be listed.</source>
            <translation>Die Stashes lassen sich nicht auflisten.</translation>
        </message>
        <message>
            <source>The list of what is stashed is damaged.</source>
            <translation>Die Liste der Stashes ist beschädigt.</translation>
        </message>
        <message>
            <source>This stash is not there any more.</source>
            <translation>Dieser Stash ist nicht mehr da.</translation>
        </message>
        <message>
            <source>This stash is damaged: it cannot be read.</source>
            <translation>Dieser Stash ist beschädigt: Er lässt sich nicht lesen.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) of the stash are there already, so nothing was done.</source>
            <translation>
                <numerusform>%n Datei des Stashs ist schon vorhanden, darum wurde nichts getan.</numerusform>
                <numerusform>%n Dateien des Stashs sind schon vorhanden, darum wurde nichts getan.</numerusform>
            </translation>
        </message>
        <message>
            <source>Move them away first. They are listed below.</source>
            <translation>Erst beiseite verschieben. Sie sind unten aufgeführt.</translation>
        </message>
        <message>
            <source>The stash could not be applied.</source>
            <translation>Der Stash ließ sich nicht anwenden.</translation>
        </message>
        <message>
            <source>What was staged does not fit here. Apply it without staging.</source>
            <translation>Das Vorgemerkte passt hier nicht. Ohne Vormerken anwenden.</translation>
        </message>
        <message>
            <source>There are conflicts already.</source>
            <translation>Es gibt schon Konflikte.</translation>
        </message>
        <message>
            <source>The branch %1 could not be made with the whole stash, which is kept.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Der Branch %1 ließ sich nicht mit dem ganzen Stash anlegen; der Stash bleibt erhalten.</translation>
        </message>
        <message>
            <source>Another Git program keeps changing the stash.</source>
            <translation>Ein anderes Git-Programm ändert den Stash immer wieder.</translation>
        </message>
        <message>
            <source>A new file is stashed as a whole.</source>
            <translation>Eine neue Datei wird als Ganzes gestasht.</translation>
        </message>
        <message>
            <source>The lines of %1 stand on others that are staged.</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Die Zeilen von %1 bauen auf anderen auf, die vorgemerkt sind.</translation>
        </message>
        <message>
            <source>Stash the whole file, or unstage those lines first.</source>
            <translation>Die ganze Datei stashen oder erst die Vormerkung dieser Zeilen aufheben.</translation>
        </message>
        <message>
            <source>The lines are stashed, but those of %1 could not be taken out of the work tree.</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Die Zeilen sind im Stash, aber die von %1 ließen sich nicht aus dem Arbeitsverzeichnis nehmen.</translation>
        </message>
        <message>
            <source>The message of a stash is one line of UTF-8.</source>
            <translation>Die Nachricht eines Stashs ist eine Zeile in UTF-8.</translation>
        </message>
        <message>
            <source>The changes could not be stashed.</source>
            <translation>Die Änderungen ließen sich nicht stashen.</translation>
        </message>
        <message>
            <source>There is no commit yet, and a stash stands on one.</source>
            <translation>Es gibt noch keinen Commit, und ein Stash baut auf einem auf.</translation>
        </message>
        <message>
            <source>Make the first commit, then stash.</source>
            <translation>Erst den ersten Commit erstellen, dann stashen.</translation>
        </message>
        <message>
            <source>There is nothing to stash at a path that was named.</source>
            <translation>Bei einem der genannten Pfade gibt es nichts zu stashen.</translation>
        </message>
        <message>
            <source>There is nothing to stash.</source>
            <translation>Es gibt nichts zu stashen.</translation>
        </message>
        <message>
            <source>There are conflicts, which a stash cannot hold.</source>
            <translation>Es gibt Konflikte, die ein Stash nicht aufnehmen kann.</translation>
        </message>
        <message>
            <source>The changes are in the stash “%1”, but not all of them could be taken out of the work tree. Drop it before you stash again.</source>
            <translation>Die Änderungen sind im Stash „%1“, aber nicht alle ließen sich aus dem Arbeitsverzeichnis nehmen. Vor dem nächsten Stashen diesen entfernen.</translation>
        </message>
        <message>
            <source>The folders below %1 are too deep.</source>
            <translation>Die Ordner unter %1 sind zu tief.</translation>
        </message>
        <message>
            <source>The content %1 is too large to be read.</source>
            <translation>Der Inhalt %1 ist zu groß zum Lesen.</translation>
        </message>
        <message>
            <source>Another branch was checked out meanwhile; nothing was done.</source>
            <translation>Inzwischen wurde ein anderer Branch ausgecheckt; nichts wurde getan.</translation>
        </message>
        <message>
            <source>What was in progress then is over, so nothing was undone.</source>
            <translation>Was damals lief, ist vorbei; darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Something else was staged at %1 since, so nothing was brought back.</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Bei %1 wurde seither etwas anderes vorgemerkt, darum wurde nichts zurückgeholt.</translation>
        </message>
        <message>
            <source>The tag is too large to be kept, so it is not deleted.</source>
            <translation>Der Tag ist zu groß zum Aufbewahren und wird darum nicht gelöscht.</translation>
        </message>
        <message>
            <source>The tag's object is not kept, so nothing was undone.</source>
            <translation>Das Objekt des Tags ist nicht aufbewahrt, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Another program took away again what was brought back.</source>
            <translation>Ein anderes Programm hat wieder weggenommen, was zurückgeholt wurde.</translation>
        </message>
        <message>
            <source>It is still kept: undo it once more when that program has ended.</source>
            <translation>Es ist noch aufbewahrt: Wenn jenes Programm beendet ist, noch einmal rückgängig machen.</translation>
        </message>
        <message>
            <source>What can be undone cannot be listed.</source>
            <translation>Was sich rückgängig machen lässt, kann nicht aufgelistet werden.</translation>
        </message>
        <message>
            <source>Merged %1 into %2</source>
            <extracomment>%1: a branch or the short id of a commit; %2: a branch</extracomment>
            <translation>%1 in %2 gemergt</translation>
        </message>
        <message>
            <source>Rebased %1 onto %2</source>
            <extracomment>%1: a branch; %2: a branch or the short id of a commit</extracomment>
            <translation>%1 auf %2 rebast</translation>
        </message>
        <message numerus="yes">
            <source>Picked %n commit(s) onto %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>
                <numerusform>Cherry-Pick von %n Commit auf %1</numerusform>
                <numerusform>Cherry-Pick von %n Commits auf %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Picked %1 onto %2</source>
            <extracomment>%1: the short id of a commit; %2: a branch</extracomment>
            <translation>Cherry-Pick von %1 auf %2</translation>
        </message>
        <message numerus="yes">
            <source>Reverted %n commit(s) on %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>
                <numerusform>%n Commit auf %1 revertet</numerusform>
                <numerusform>%n Commits auf %1 revertet</numerusform>
            </translation>
        </message>
        <message>
            <source>Reverted %1 on %2</source>
            <extracomment>%1: the short id of a commit; %2: a branch</extracomment>
            <translation>%1 auf %2 revertet</translation>
        </message>
        <message>
            <source>Committed “%1”</source>
            <extracomment>%1: the first line of a commit's message</extracomment>
            <translation>„%1“ committet</translation>
        </message>
        <message>
            <source>Amended %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 nachgebessert</translation>
        </message>
        <message>
            <source>Resolved %1 by taking a side</source>
            <translation>%1 durch Übernehmen einer Seite gelöst</translation>
        </message>
        <message>
            <source>Resolved %1 by taking both sides</source>
            <translation>%1 durch Übernehmen beider Seiten gelöst</translation>
        </message>
        <message>
            <source>Edited %1, which is in conflict</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>%1 im Konflikt bearbeitet</translation>
        </message>
        <message>
            <source>Made %1 a conflict again</source>
            <translation>%1 wieder zum Konflikt gemacht</translation>
        </message>
        <message numerus="yes">
            <source>Marked %n file(s) as resolved</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>
                <numerusform>%n Datei als gelöst markiert</numerusform>
                <numerusform>%n Dateien als gelöst markiert</numerusform>
            </translation>
        </message>
        <message>
            <source>Marked %1 as resolved</source>
            <translation>%1 als gelöst markiert</translation>
        </message>
        <message numerus="yes">
            <source>Discarded %n line(s) of %1</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>
                <numerusform>%n Zeile von %1 verworfen</numerusform>
                <numerusform>%n Zeilen von %1 verworfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Replaced what was staged of %1</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Das Vorgemerkte von %1 ersetzt</translation>
        </message>
        <message numerus="yes">
            <source>Replaced what was staged of %n file(s)</source>
            <translation>
                <numerusform>Das Vorgemerkte von %n Datei ersetzt</numerusform>
                <numerusform>Das Vorgemerkte von %n Dateien ersetzt</numerusform>
            </translation>
        </message>
        <message>
            <source>Ignored more in %1</source>
            <extracomment>%1: the path of a list of ignored files</extracomment>
            <translation>In %1 mehr ignoriert</translation>
        </message>
        <message>
            <source>Discarded %1</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>%1 verworfen</translation>
        </message>
        <message numerus="yes">
            <source>Discarded %n file(s)</source>
            <translation>
                <numerusform>%n Datei verworfen</numerusform>
                <numerusform>%n Dateien verworfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Aborted what was in progress</source>
            <translation>Laufenden Vorgang abgebrochen</translation>
        </message>
        <message>
            <source>Left a step of what was in progress</source>
            <translation>Einen Schritt des laufenden Vorgangs verlassen</translation>
        </message>
        <message>
            <source>Deleted the branch %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Branch %1 gelöscht</translation>
        </message>
        <message>
            <source>Deleted the tag %1</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Tag %1 gelöscht</translation>
        </message>
        <message>
            <source>Dropped the stash “%1”</source>
            <extracomment>%1: the words it was stashed with</extracomment>
            <translation>Stash „%1“ entfernt</translation>
        </message>
        <message>
            <source>Left %1, which is on no branch</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>%1 verlassen, das auf keinem Branch ist</translation>
        </message>
        <message>
            <source>Reset %1 to %2</source>
            <extracomment>%1: a branch, %2: the short id of a commit</extracomment>
            <translation>%1 auf %2 zurückgesetzt</translation>
        </message>
        <message>
            <source>A branch made at %1 has the commits that were left.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Ein Branch, bei %1 angelegt, hat die verlassenen Commits.</translation>
        </message>
        <message>
            <source>HEAD is on a branch by now, so nothing was undone.</source>
            <translation>HEAD ist inzwischen auf einem Branch, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>%1 is not checked out any more, so nothing was undone.</source>
            <translation>%1 ist nicht mehr ausgecheckt, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>How it ended is not known, and %1 is elsewhere now, so nothing was undone.</source>
            <translation>Wie es endete, ist nicht bekannt, und %1 ist jetzt anderswo, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>%1 has moved on since, so nothing was undone.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 hat sich seither weiterbewegt, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Nothing was undone.</source>
            <translation>Nichts wurde rückgängig gemacht.</translation>
        </message>
        <message>
            <source>HEAD is elsewhere by now, so nothing was undone.</source>
            <translation>HEAD ist inzwischen anderswo, darum wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>what was in progress is over</source>
            <translation>der Vorgang, der im Gange war, ist vorbei</translation>
        </message>
        <message>
            <source>HEAD is elsewhere by now</source>
            <translation>HEAD ist inzwischen anderswo</translation>
        </message>
        <message>
            <source>another operation is in progress</source>
            <translation>ein anderer Vorgang ist im Gange</translation>
        </message>
        <message>
            <source>HEAD is on a branch by now</source>
            <translation>HEAD ist inzwischen auf einem Branch</translation>
        </message>
        <message>
            <source>%1 is not checked out any more</source>
            <translation>%1 ist nicht mehr ausgecheckt</translation>
        </message>
        <message>
            <source>%1 is where it was before</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 steht, wo es vorher stand</translation>
        </message>
        <message>
            <source>%1 has moved on since</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 hat sich seither weiterbewegt</translation>
        </message>
        <message>
            <source>%1 has the commit already</source>
            <extracomment>%1: a remote branch</extracomment>
            <translation>%1 hat den Commit schon</translation>
        </message>
        <message numerus="yes">
            <source>The %n file(s) that were overwritten or removed can be brought back alone.</source>
            <translation>
                <numerusform>Die %n Datei, die überschrieben oder entfernt wurde, lässt sich für sich zurückholen.</numerusform>
                <numerusform>Die %n Dateien, die überschrieben oder entfernt wurden, lassen sich für sich zurückholen.</numerusform>
            </translation>
        </message>
        <message>
            <source>It was undone already, or its record was removed.</source>
            <translation>Es wurde schon rückgängig gemacht, oder der Wiederherstellungseintrag wurde entfernt.</translation>
        </message>
        <message>
            <source>There are no files to bring back.</source>
            <translation>Es gibt keine Dateien zum Zurückholen.</translation>
        </message>
        <message>
            <source>%1 is being changed by another program, so it was not brought back.</source>
            <translation>%1 wird gerade von einem anderen Programm geändert und wurde darum nicht zurückgeholt.</translation>
        </message>
        <message>
            <source>%1 was changed since, so nothing was brought back.</source>
            <translation>%1 wurde seither geändert, darum wurde nichts zurückgeholt.</translation>
        </message>
        <message>
            <source>Nobody noted in which work tree this was done, so it is not undone.</source>
            <translation>Nirgends ist vermerkt, in welchem Worktree das geschah, darum wird es nicht rückgängig gemacht.</translation>
        </message>
        <message>
            <source>This was done in another work tree, %1.</source>
            <extracomment>%1: a folder</extracomment>
            <translation>Das geschah in einem anderen Worktree, %1.</translation>
        </message>
        <message>
            <source>Open that work tree to undo it.</source>
            <translation>Jenen Worktree öffnen, um es rückgängig zu machen.</translation>
        </message>
        <message>
            <source>%1 does not record what could be undone.</source>
            <translation>%1 hält nichts fest, was sich rückgängig machen ließe.</translation>
        </message>
        <message>
            <source>%1 names %2, which is no file or too large, so the repository is not read.</source>
            <extracomment>%1, %2: files</extracomment>
            <translation>%1 nennt %2, was keine Datei oder zu groß ist, darum wird das Repository nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 has a line break in its name, and in a list of ignored files each line is a name of its own.</source>
            <translation>%1 hat einen Zeilenumbruch im Namen, und in einer Liste ignorierter Dateien ist jede Zeile ein eigener Name.</translation>
        </message>
        <message>
            <source>The name of %1 has no ending.</source>
            <translation>Der Name von %1 hat keine Endung.</translation>
        </message>
        <message>
            <source>%1 lies in no folder that could be ignored.</source>
            <translation>%1 liegt in keinem Ordner, der sich ignorieren ließe.</translation>
        </message>
        <message>
            <source>Git tracks %1, so ignoring it would change nothing.</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>Git versioniert %1, darum würde Ignorieren nichts ändern.</translation>
        </message>
        <message>
            <source>Git has to stop tracking it first: “git rm --cached” keeps the file.</source>
            <translation>Erst muss Git aufhören, sie zu versionieren: „git rm --cached“ behält die Datei.</translation>
        </message>
        <message>
            <source>Git did not say which files it ignores.</source>
            <translation>Git hat nicht gesagt, welche Dateien es ignoriert.</translation>
        </message>
        <message>
            <source>Line %2 of %1, “%3”, takes it in again, and stands above what is ignored only here.</source>
            <extracomment>%1: a file's path; %2: number of a line; %3: a pattern</extracomment>
            <translation>Zeile %2 von %1, „%3“, nimmt es wieder auf und hat Vorrang vor dem, was nur hier ignoriert wird.</translation>
        </message>
        <message>
            <source>%1 is no text file.</source>
            <translation>%1 ist keine Textdatei.</translation>
        </message>
        <message>
            <source>%1 is no plain file, so Git reads no patterns from it.</source>
            <translation>%1 ist keine einfache Datei, darum liest Git keine Muster daraus.</translation>
        </message>
        <message>
            <source>%1 could not be written.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 ließ sich nicht schreiben.</translation>
        </message>
        <message>
            <source>The content %1 that Git LFS keeps is not downloaded.</source>
            <extracomment>%1: the abbreviated id of a content</extracomment>
            <translation>Der Inhalt %1, den Git LFS aufbewahrt, ist nicht heruntergeladen.</translation>
        </message>
        <message>
            <source>“git lfs fetch” downloads it.</source>
            <translation>„git lfs fetch“ lädt ihn herunter.</translation>
        </message>
        <message>
            <source>The content that Git LFS keeps is too large to be shown.</source>
            <translation>Der Inhalt, den Git LFS aufbewahrt, ist zu groß zum Anzeigen.</translation>
        </message>
        <message>
            <source>What Git LFS keeps here is not what its pointer names, so it is not shown.</source>
            <translation>Was Git LFS hier aufbewahrt, ist nicht, was sein Zeiger nennt, darum wird es nicht angezeigt.</translation>
        </message>
        <message>
            <source>“git lfs fsck” says what is damaged.</source>
            <translation>„git lfs fsck“ sagt, was beschädigt ist.</translation>
        </message>
        <message>
            <source>%1 was not removed: it may belong to %2.</source>
            <extracomment>%1: path of a lock file; %2: such as "git (process 1234)"</extracomment>
            <translation>%1 wurde nicht entfernt: Die Datei gehört vielleicht zu %2.</translation>
        </message>
        <message>
            <source>Wait for that program to end, or end it.</source>
            <translation>Warten, bis jenes Programm endet, oder es beenden.</translation>
        </message>
        <message>
            <source>%1 was not removed: who holds it cannot be told from here.</source>
            <extracomment>%1: path of a lock file</extracomment>
            <translation>%1 wurde nicht entfernt: Wer die Sperre hält, lässt sich von hier aus nicht sagen.</translation>
        </message>
        <message>
            <source>Another user, or another computer on a share, may be at work in this repository.</source>
            <translation>Ein anderer Benutzer oder, bei einer Netzwerkfreigabe, ein anderer Computer arbeitet vielleicht in diesem Repository.</translation>
        </message>
        <message>
            <source>%1 (process %2)</source>
            <extracomment>%1: name of a program; %2: number of a process</extracomment>
            <translation>%1 (Prozess %2)</translation>
        </message>
        <message>
            <source>%1 is no lock file of this repository.</source>
            <translation>%1 ist keine Sperrdatei dieses Repositorys.</translation>
        </message>
        <message>
            <source>%1 was not removed: it is another one by now.</source>
            <translation>%1 wurde nicht entfernt: Es ist inzwischen eine andere Datei.</translation>
        </message>
        <message>
            <source>%1 may not be removed.</source>
            <translation>%1 darf nicht entfernt werden.</translation>
        </message>
        <message>
            <source>%1 is being changed by another program, so it is left as it is.</source>
            <translation>%1 wird gerade von einem anderen Programm geändert und bleibt darum, wie es ist.</translation>
        </message>
        <message>
            <source>Git would have to convert it from %1, and nothing is run in a repository that is not trusted</source>
            <extracomment>%1: an encoding such as UTF-16; stands behind “The content cannot be read:”</extracomment>
            <translation>Git müsste ihn von %1 umwandeln, und in einem Repository, dem nicht vertraut wird, wird nichts ausgeführt</translation>
        </message>
        <message>
            <source>the filter “%1” would have to run, and nothing is run in a repository that is not trusted</source>
            <extracomment>%1: name of a filter such as lfs; stands behind “The content cannot be read:”</extracomment>
            <translation>der Filter „%1“ müsste laufen, und in einem Repository, dem nicht vertraut wird, wird nichts ausgeführt</translation>
        </message>
        <message>
            <source>There is no file %1 in the work tree.</source>
            <translation>Im Arbeitsverzeichnis gibt es keine Datei %1.</translation>
        </message>
        <message>
            <source>%1 is or lies behind a symbolic link, which is not followed.</source>
            <translation>%1 ist ein symbolischer Link oder liegt hinter einem, und diesem wird nicht gefolgt.</translation>
        </message>
        <message>
            <source>%1 is too large to be read.</source>
            <translation>%1 ist zu groß zum Lesen.</translation>
        </message>
        <message>
            <source>%1 lies behind something that is not a folder.</source>
            <translation>%1 liegt hinter etwas, das kein Ordner ist.</translation>
        </message>
        <message>
            <source>%1 may not be changed.</source>
            <translation>%1 darf nicht geändert werden.</translation>
        </message>
        <message>
            <source>%1 could not be changed.</source>
            <translation>%1 ließ sich nicht ändern.</translation>
        </message>
        <message>
            <source>The address is meant as seen from the remote “origin”, and there is none.</source>
            <translation>Die Adresse ist vom Remote „origin“ aus gemeint, und das gibt es nicht.</translation>
        </message>
        <message>
            <source>Git takes submodules from folders of this machine only when protocol.file.allow says “always”.</source>
            <translation>Git nimmt Submodule aus Ordnern dieses Computers nur, wenn protocol.file.allow auf „always“ steht.</translation>
        </message>
        <message>
            <source>If you know what is in that repository: git config --global protocol.file.allow always</source>
            <translation>Falls bekannt ist, was in jenem Repository ist: git config --global protocol.file.allow always</translation>
        </message>
        <message>
            <source>%1 is there already.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 ist schon vorhanden.</translation>
        </message>
        <message>
            <source>Git still has the clone of a submodule “%1” from before.</source>
            <extracomment>%1: name of a submodule</extracomment>
            <translation>Git hat von früher noch den Klon eines Submoduls „%1“.</translation>
        </message>
        <message>
            <source>Use another path, or remove that folder if nothing in it is needed.</source>
            <translation>Einen anderen Pfad verwenden oder jenen Ordner entfernen, falls nichts darin gebraucht wird.</translation>
        </message>
        <message>
            <source>The address does not name a folder: say which one.</source>
            <translation>Die Adresse benennt keinen Ordner: angeben, welcher es sein soll.</translation>
        </message>
        <message>
            <source>The submodule was not added.</source>
            <translation>Das Submodul wurde nicht hinzugefügt.</translation>
        </message>
        <message>
            <source>It holds changes or untracked files.</source>
            <translation>Es enthält Änderungen oder unversionierte Dateien.</translation>
        </message>
        <message>
            <source>The submodule was not removed from the work tree.</source>
            <translation>Das Submodul wurde nicht aus dem Arbeitsverzeichnis entfernt.</translation>
        </message>
        <message>
            <source>The folder needs a full path.</source>
            <translation>Der Ordner braucht einen vollständigen Pfad.</translation>
        </message>
        <message>
            <source>%1 is a file.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 ist eine Datei.</translation>
        </message>
        <message>
            <source>%1 is a repository already.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 ist schon ein Repository.</translation>
        </message>
        <message>
            <source>Open it instead.</source>
            <translation>Es stattdessen öffnen.</translation>
        </message>
        <message>
            <source>%1 cannot be made.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 lässt sich nicht anlegen.</translation>
        </message>
        <message>
            <source>The repository was not made.</source>
            <translation>Das Repository wurde nicht angelegt.</translation>
        </message>
        <message>
            <source>If you trust that user, say so to Git in a terminal and try again: %1</source>
            <translation>Falls diesem Benutzer vertraut wird, es Git in einem Terminal mitteilen und erneut versuchen: %1</translation>
        </message>
        <message>
            <source>Git leaves no hook out of this operation.</source>
            <translation>Git lässt bei diesem Vorgang keinen Hook aus.</translation>
        </message>
        <message>
            <source>The pre-rebase hook refused, so nothing was rebased.</source>
            <translation>Der pre-rebase-Hook hat abgelehnt, darum wurde nichts rebast.</translation>
        </message>
        <message>
            <source>The page that rebases can leave it out, once it refused there.</source>
            <translation>Die Seite für den Rebase kann ihn auslassen, sobald er dort abgelehnt hat.</translation>
        </message>
        <message>
            <source>Git was not started: since this repository was trusted, it names something new that could run: %1.</source>
            <extracomment>%1: settings or hooks, such as "core.fsmonitor, hooks/pre-push"</extracomment>
            <translation>Git wurde nicht gestartet: Seit diesem Repository vertraut wurde, nennt es etwas Neues, das laufen könnte: %1.</translation>
        </message>
        <message>
            <source>Look at it, then trust the repository again in its window, or take it away.</source>
            <translation>Es ansehen, dann dem Repository in seinem Fenster erneut vertrauen oder das Neue entfernen.</translation>
        </message>
        <message>
            <source>Move away or discard the files that Git does not track, then try again.</source>
            <translation>Die Dateien, die Git nicht verfolgt, beiseite verschieben oder verwerfen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>Line %1 of %2 is no graft and is left out, as Git does.</source>
            <translation>Zeile %1 von %2 ist kein Graft und wird wie bei Git ausgelassen.</translation>
        </message>
        <message>
            <source>Another program is staging changes; nothing was discarded.</source>
            <translation>Ein anderes Programm merkt gerade Änderungen vor; nichts wurde verworfen.</translation>
        </message>
        <message>
            <source>There is a branch “%1” already.</source>
            <translation>Es gibt bereits einen Branch „%1“.</translation>
        </message>
        <message>
            <source>There is no branch “%1”.</source>
            <translation>Es gibt keinen Branch „%1“.</translation>
        </message>
        <message>
            <source>A new branch can be made with the work tree.</source>
            <translation>Mit dem Worktree kann ein neuer Branch erstellt werden.</translation>
        </message>
        <message>
            <source>“%1” is checked out in %2.</source>
            <extracomment>%1: a branch, %2: a path</extracomment>
            <translation>„%1“ ist in %2 ausgecheckt.</translation>
        </message>
        <message>
            <source>The folder %1, from which this repository borrows objects, is not there.</source>
            <translation>Der Ordner %1, aus dem dieses Repository Objekte ausleiht, ist nicht vorhanden.</translation>
        </message>
        <message>
            <source>%1 is a folder, and Git keeps its index in a file of that name.</source>
            <translation>%1 ist ein Ordner, und Git hat seinen Index in einer Datei dieses Namens.</translation>
        </message>
        <message>
            <source>Move it away; “git reset” then makes the index anew from the last commit.</source>
            <translation>Beiseite verschieben; „git reset“ macht den Index dann aus dem letzten Commit neu.</translation>
        </message>
        <message>
            <source>The message of the commit cannot be written.</source>
            <translation>Die Nachricht des Commits lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>%1 is not in conflict: how it was resolved is committed.</source>
            <translation>%1 ist nicht im Konflikt: Die Auflösung ist bereits committet.</translation>
        </message>
        <message>
            <source>Or stage its content: that can be stashed.</source>
            <translation>Oder ihren Inhalt vormerken: der lässt sich stashen.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) that Git does not track took the place of others and would be lost, so nothing was stashed.</source>
            <translation>
                <numerusform>%n Datei, die Git nicht verfolgt, steht an der Stelle einer anderen und ginge verloren, deshalb wurde nichts gestasht.</numerusform>
                <numerusform>%n Dateien, die Git nicht verfolgt, stehen an der Stelle von anderen und gingen verloren, deshalb wurde nichts gestasht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resolved %n file(s) by taking a side</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>
                <numerusform>%n Datei durch Übernehmen einer Seite gelöst</numerusform>
                <numerusform>%n Dateien durch Übernehmen einer Seite gelöst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resolved %n file(s) by taking both sides</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>
                <numerusform>%n Datei durch Übernehmen beider Seiten gelöst</numerusform>
                <numerusform>%n Dateien durch Übernehmen beider Seiten gelöst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Made %n file(s) conflicts again</source>
            <extracomment>%1: a file's path</extracomment>
            <translation>
                <numerusform>%n Datei wieder zum Konflikt gemacht</numerusform>
                <numerusform>%n Dateien wieder zu Konflikten gemacht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) that are ignored or not tracked would be overwritten, so nothing was done.</source>
            <translation>
                <numerusform>%n Datei, die ignoriert oder nicht verfolgt wird, würde überschrieben, deshalb wurde nichts getan.</numerusform>
                <numerusform>%n Dateien, die ignoriert oder nicht verfolgt werden, würden überschrieben, deshalb wurde nichts getan.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GoToLine</name>
        <message>
            <source>Go to: id, branch, tag, HEAD~3</source>
            <translation>Gehe zu: ID, Branch, Tag, HEAD~3</translation>
        </message>
        <message>
            <source>Go to a commit</source>
            <translation>Zu einem Commit gehen</translation>
        </message>
        <message>
            <source>Nothing is written to go to</source>
            <translation>Es ist kein Ziel eingegeben</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Git cannot read the regular expression “%1”.</source>
            <translation>Git kann den regulären Ausdruck „%1“ nicht lesen.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are left out: their parents go round in a circle.</source>
            <translation>
                <numerusform>%n Commit ist weggelassen: Seine Eltern-Commits laufen im Kreis.</numerusform>
                <numerusform>%n Commits sind weggelassen: Ihre Eltern-Commits laufen im Kreis.</numerusform>
            </translation>
        </message>
        <message>
            <source>Expected a word here.</source>
            <translation>Hier wird ein Wort erwartet.</translation>
        </message>
        <message>
            <source>Expected what to look for behind the colon.</source>
            <translation>Hinter dem Doppelpunkt wird ein Suchbegriff erwartet.</translation>
        </message>
        <message>
            <source>Expected a closing quote.</source>
            <translation>Ein schließendes Anführungszeichen wird erwartet.</translation>
        </message>
        <message>
            <source>Expected a space behind the closing quote.</source>
            <translation>Hinter dem schließenden Anführungszeichen wird ein Leerzeichen erwartet.</translation>
        </message>
        <message>
            <source>Expected a date here, such as 2024-05-01, yesterday or 2 weeks ago.</source>
            <translation>Hier wird ein Datum erwartet, etwa 2024-05-01, yesterday oder 2 weeks ago.</translation>
        </message>
        <message>
            <source>Expected the start of a commit's id here: digits and letters from a to f.</source>
            <translation>Hier wird der Anfang einer Commit-ID erwartet: Ziffern und Buchstaben von a bis f.</translation>
        </message>
        <message>
            <source>Expected a regular expression here: %1.</source>
            <translation>Hier wird ein regulärer Ausdruck erwartet: %1.</translation>
        </message>
        <message>
            <source>Expected a path from the root of the repository here.</source>
            <translation>Hier wird ein Pfad ab dem Stamm des Repositorys erwartet.</translation>
        </message>
        <message>
            <source>There is no field “%1:”; did you mean “%2:”?</source>
            <translation>Es gibt kein Feld „%1:“; ist „%2:“ gemeint?</translation>
        </message>
        <message>
            <source>There is no field “%1:”, but %2.</source>
            <translation>Es gibt kein Feld „%1:“, aber %2.</translation>
        </message>
        <message>
            <source>In quotes it is searched for as text.</source>
            <translation>In Anführungszeichen wird danach als Text gesucht.</translation>
        </message>
        <message>
            <source>No branch or tag is called “%1”.</source>
            <translation>Kein Branch oder Tag heißt „%1“.</translation>
        </message>
        <message>
            <source>This repository is not trusted, so Git is not asked which commits changed a text.</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird Git nicht gefragt, welche Commits einen Text geändert haben.</translation>
        </message>
        <message>
            <source>Leave out “content:”, or trust the repository first.</source>
            <translation>„content:“ weglassen oder erst dem Repository vertrauen.</translation>
        </message>
        <message>
            <source>This repository is not trusted, so Git is not asked which paths match.</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird Git nicht gefragt, welche Pfade passen.</translation>
        </message>
        <message>
            <source>Name one file or folder behind “path:”, or trust the repository first.</source>
            <translation>Hinter „path:“ eine einzelne Datei oder einen einzelnen Ordner nennen oder erst dem Repository vertrauen.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) could not be read and so were not searched.</source>
            <translation>
                <numerusform>%n Commit ließ sich nicht lesen und wurde darum nicht durchsucht.</numerusform>
                <numerusform>%n Commits ließen sich nicht lesen und wurden darum nicht durchsucht.</numerusform>
            </translation>
        </message>
        <message>
            <source>“content:” looks into no merge: what only a merge changed is not found.</source>
            <translation>„content:“ sieht in keinen Merge hinein: Was nur ein Merge geändert hat, wird nicht gefunden.</translation>
        </message>
        <message>
            <source>“path:%1” is the one in the topmost folder; “path:**/%1” is in any.</source>
            <extracomment>%1: name of a file</extracomment>
            <translation>„path:%1“ meint die Datei im obersten Ordner; „path:**/%1“ die in einem beliebigen.</translation>
        </message>
    </context>
    <context>
        <name>HistoryController</name>
        <message>
            <source>History cannot be read</source>
            <translation>Der Verlauf lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>git fsck in a terminal says what is damaged</source>
            <translation>git fsck in einem Terminal sagt, was beschädigt ist</translation>
        </message>
        <message>
            <source>Stopped: more may be found.</source>
            <translation>Angehalten: Es könnte noch mehr geben.</translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>Files of the commit</source>
            <translation>Dateien des Commits</translation>
        </message>
        <message>
            <source>Differences of the commit</source>
            <translation>Unterschiede des Commits</translation>
        </message>
        <message>
            <source>This is a shallow clone: it has nothing from before the commits marked “truncated”.</source>
            <translation>Dies ist ein flacher Klon: Er hat nichts aus der Zeit vor den Commits, die mit „abgeschnitten“ markiert sind.</translation>
        </message>
        <message>
            <source>Reading history</source>
            <translation>Verlauf wird gelesen</translation>
        </message>
        <message>
            <source>No commits yet</source>
            <translation>Noch keine Commits</translation>
        </message>
        <message>
            <source>The first commit you make on the Changes page will stand here.</source>
            <translation>Der erste Commit, der auf der Seite „Änderungen“ erstellt wird, steht dann hier.</translation>
        </message>
        <message>
            <source>Copy commit id</source>
            <translation>Commit-ID kopieren</translation>
        </message>
        <message>
            <source>Go to HEAD</source>
            <translation>Zu HEAD gehen</translation>
        </message>
        <message>
            <source>Go to parent</source>
            <translation>Zum Eltern-Commit gehen</translation>
        </message>
        <message>
            <source>Go to &amp;child</source>
            <translation>Zum &amp;Kind-Commit gehen</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>S&amp;wap the compared commits</source>
            <translation>Verglichene Commits &amp;tauschen</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>Tauschen</translation>
        </message>
        <message>
            <source>Commit</source>
            <translation>Commit</translation>
        </message>
        <message>
            <source>Open with</source>
            <translation>Öffnen mit</translation>
        </message>
        <message>
            <source>History is not whole. </source>
            <translation>Der Verlauf ist nicht vollständig. </translation>
        </message>
        <message numerus="yes">
            <source>(%n more)</source>
            <translation>
                <numerusform>(%n weiteres)</numerusform>
                <numerusform>(%n weitere)</numerusform>
            </translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle anzeigen</translation>
        </message>
        <message>
            <source>Only %1 is shown</source>
            <translation>Nur %1 wird angezeigt</translation>
        </message>
        <message numerus="yes">
            <source>Only %n ref(s) are shown</source>
            <translation>
                <numerusform>Nur %n Ref wird angezeigt</numerusform>
                <numerusform>Nur %n Refs werden angezeigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ref(s) are hidden</source>
            <translation>
                <numerusform>%n Ref ist ausgeblendet</numerusform>
                <numerusform>%n Refs sind ausgeblendet</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is not in the history that is shown</source>
            <translation>%1 ist nicht im angezeigten Verlauf</translation>
        </message>
        <message>
            <source>Reading the differences</source>
            <translation>Unterschiede werden gelesen</translation>
        </message>
        <message>
            <source>No commit is chosen</source>
            <translation>Kein Commit ist ausgewählt</translation>
        </message>
        <message>
            <source>The work tree is as this commit</source>
            <translation>Das Arbeitsverzeichnis ist wie dieser Commit</translation>
        </message>
        <message>
            <source>Both commits have the same files</source>
            <translation>Beide Commits haben dieselben Dateien</translation>
        </message>
        <message>
            <source>This commit changes no files</source>
            <translation>Dieser Commit ändert keine Dateien</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n Datei</numerusform>
                <numerusform>%n Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>differences of %1 to %2</source>
            <translation>Unterschiede %1 bis %2</translation>
        </message>
        <message>
            <source>too many to look for renames</source>
            <translation>zu viele, um nach Umbenennungen zu suchen</translation>
        </message>
        <message>
            <source>work tree</source>
            <translation>Arbeitsverzeichnis</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are chosen, the current one is shown</source>
            <translation>
                <numerusform>%n Commit ist ausgewählt, der aktuelle wird angezeigt</numerusform>
                <numerusform>%n Commits sind ausgewählt, der aktuelle wird angezeigt</numerusform>
            </translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>&amp;Refs beside the list</source>
            <translation>&amp;Refs neben der Liste</translation>
        </message>
        <message>
            <source>First parents only</source>
            <translation>Nur erste Eltern-Commits</translation>
        </message>
        <message>
            <source>Order by date</source>
            <translation>Nach Datum ordnen</translation>
        </message>
        <message>
            <source>Show all branches</source>
            <translation>Alle Branches anzeigen</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>&amp;Gehe zu…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vor</translation>
        </message>
        <message>
            <source>Show in full history</source>
            <translation>Im vollen Verlauf anzeigen</translation>
        </message>
        <message>
            <source>Signatures beside the authors</source>
            <translation>Signaturen neben den Autoren</translation>
        </message>
        <message>
            <source>Nothing was found</source>
            <translation>Nichts wurde gefunden</translation>
        </message>
    </context>
    <context>
        <name>IgnoreActionsController</name>
        <message>
            <source>Files ending in %1</source>
            <extracomment>%1: the end of a file's name, such as ".log"</extracomment>
            <translation>Dateien mit der Endung %1</translation>
        </message>
        <message>
            <source>Files with the same ending</source>
            <translation>Dateien mit derselben Endung</translation>
        </message>
        <message>
            <source>The folder %1</source>
            <extracomment>%1: a folder</extracomment>
            <translation>Den Ordner %1</translation>
        </message>
        <message>
            <source>The folder it lies in</source>
            <translation>Den Ordner, in dem sie liegt</translation>
        </message>
        <message numerus="yes">
            <source>The %n chosen file(s)</source>
            <translation>
                <numerusform>Die %n ausgewählte Datei</numerusform>
                <numerusform>Die %n ausgewählten Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>This folder</source>
            <translation>Diesen Ordner</translation>
        </message>
        <message>
            <source>This file</source>
            <translation>Diese Datei</translation>
        </message>
        <message>
            <source>Adding to what is ignored</source>
            <translation>Wird zum Ignorierten hinzugefügt</translation>
        </message>
        <message>
            <source>Git ignores it already</source>
            <translation>Git ignoriert es schon</translation>
        </message>
        <message numerus="yes">
            <source>%n pattern(s)</source>
            <translation>
                <numerusform>%n Muster</numerusform>
                <numerusform>%n Muster</numerusform>
            </translation>
        </message>
        <message>
            <source>Added %1 to %2.</source>
            <extracomment>%1: patterns, such as "*.log"; %2: files</extracomment>
            <translation>%1 zu %2 hinzugefügt.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) there are tracked and stay so.</source>
            <translation>
                <numerusform>%n Datei dort ist versioniert und bleibt es.</numerusform>
                <numerusform>%n Dateien dort sind versioniert und bleiben es.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImageCanvas</name>
        <message>
            <source>Image before and after</source>
            <translation>Bild vorher und nachher</translation>
        </message>
    </context>
    <context>
        <name>ImageDiff</name>
        <message>
            <source>no file</source>
            <translation>keine Datei</translation>
        </message>
        <message>
            <source>%1 × %2</source>
            <extracomment>%1, %2: width and height in pixels</extracomment>
            <translation>%1 × %2</translation>
        </message>
        <message>
            <source>first picture of an animation</source>
            <translation>erstes Bild einer Animation</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Swipe</source>
            <translation>Wischen</translation>
        </message>
        <message>
            <source>Blend</source>
            <translation>Überblenden</translation>
        </message>
        <message>
            <source>From before to after</source>
            <translation>Von vorher nach nachher</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
    </context>
    <context>
        <name>ImageFiles</name>
        <message>
            <source>The file is empty</source>
            <translation>Die Datei ist leer</translation>
        </message>
        <message>
            <source>This is no image of a format that is shown</source>
            <translation>Das ist kein Bild in einem Format, das angezeigt wird</translation>
        </message>
        <message>
            <source>The image is too large to be shown</source>
            <translation>Das Bild ist zu groß zum Anzeigen</translation>
        </message>
        <message>
            <source>The image is damaged or not whole</source>
            <translation>Das Bild ist beschädigt oder unvollständig</translation>
        </message>
    </context>
    <context>
        <name>ImagePane</name>
        <message>
            <source>What Git LFS keeps; what is staged and committed is the pointer above</source>
            <translation>Was Git LFS aufbewahrt; vorgemerkt und committet wird der Zeiger oben</translation>
        </message>
        <message>
            <source>Images are shown once the repository is trusted</source>
            <translation>Bilder werden angezeigt, sobald dem Repository vertraut wird</translation>
        </message>
        <message>
            <source>Differences of what Git LFS keeps</source>
            <translation>Unterschiede dessen, was Git LFS aufbewahrt</translation>
        </message>
    </context>
    <context>
        <name>LinePainter</name>
        <message>
            <source>no newline at end</source>
            <translation>kein Zeilenumbruch am Ende</translation>
        </message>
    </context>
    <context>
        <name>LinkedPage</name>
        <message>
            <source>Work trees</source>
            <translation>Worktrees</translation>
        </message>
        <message>
            <source>Submodules</source>
            <translation>Submodule</translation>
        </message>
        <message>
            <source>This repository has no submodules</source>
            <translation>Dieses Repository hat keine Submodule</translation>
        </message>
        <message>
            <source>Reading work trees and submodules</source>
            <translation>Worktrees und Submodule werden gelesen</translation>
        </message>
        <message>
            <source>Each can be opened in a tab of its own, and is trusted on its own.</source>
            <translation>Jeder Eintrag lässt sich in einem eigenen Tab öffnen, und ihm wird für sich vertraut.</translation>
        </message>
        <message>
            <source>Open work tree</source>
            <translation>Worktree öffnen</translation>
        </message>
        <message>
            <source>Add work tree…</source>
            <translation>Worktree hinzufügen…</translation>
        </message>
        <message>
            <source>Remove work tree…</source>
            <translation>Worktree entfernen…</translation>
        </message>
        <message>
            <source>Lock or unlock work tree</source>
            <translation>Worktree sperren oder entsperren</translation>
        </message>
        <message>
            <source>Forget work trees that are gone…</source>
            <translation>Verschwundene Worktrees vergessen…</translation>
        </message>
        <message>
            <source>Open submodule</source>
            <translation>Submodul öffnen</translation>
        </message>
        <message>
            <source>Update submodule</source>
            <translation>Submodul aktualisieren</translation>
        </message>
        <message>
            <source>Update all submodules</source>
            <translation>Alle Submodule aktualisieren</translation>
        </message>
        <message>
            <source>With nested submodules</source>
            <translation>Mit verschachtelten Submodulen</translation>
        </message>
        <message>
            <source>Cancel the update</source>
            <translation>Aktualisierung abbrechen</translation>
        </message>
        <message>
            <source>Close work trees and submodules</source>
            <translation>Worktrees und Submodule schließen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Opens it in a tab</source>
            <translation>Öffnet den Eintrag in einem Tab</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Hinzufügen…</translation>
        </message>
        <message>
            <source>A folder of its own for another branch</source>
            <translation>Ein eigener Ordner für einen anderen Branch</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Deletes its folder, when nothing in it is changed</source>
            <translation>Löscht seinen Ordner, wenn nichts darin geändert ist</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>A locked one is neither removed nor forgotten</source>
            <translation>Ein gesperrter wird weder entfernt noch vergessen</translation>
        </message>
        <message>
            <source>Forget gone…</source>
            <translation>Verschwundene vergessen…</translation>
        </message>
        <message>
            <source>Forgets those whose folders are not there</source>
            <translation>Vergisst die, deren Ordner nicht da sind</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Fetches what is missing and checks the recorded commit out</source>
            <translation>Ruft Fehlendes ab und checkt den festgehaltenen Commit aus</translation>
        </message>
        <message>
            <source>Update all</source>
            <translation>Alle aktualisieren</translation>
        </message>
        <message>
            <source>The same for all, also those that are not initialised</source>
            <translation>Dasselbe für alle, auch die nicht initialisierten</translation>
        </message>
        <message>
            <source>Updates the submodules in submodules, too</source>
            <translation>Aktualisiert auch die Submodule in Submodulen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>The repository is not read yet</source>
            <translation>Das Repository ist noch nicht gelesen</translation>
        </message>
        <message>
            <source>This repository is not trusted, so nothing is started in it</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird darin nichts gestartet</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message numerus="yes">
            <source>%n folder(s) with files of this repository</source>
            <translation>
                <numerusform>%n Ordner mit Dateien dieses Repositorys</numerusform>
                <numerusform>%n Ordner mit Dateien dieses Repositorys</numerusform>
            </translation>
        </message>
        <message>
            <source>Other repositories at a recorded commit</source>
            <translation>Andere Repositorys bei einem festgehaltenen Commit</translation>
        </message>
        <message>
            <source>Remove work tree</source>
            <translation>Worktree entfernen</translation>
        </message>
        <message>
            <source>Forget work trees that are gone</source>
            <translation>Verschwundene Worktrees vergessen</translation>
        </message>
        <message>
            <source>Git forgets the work trees whose folders are missing, with what was staged in them. Their branches stay. If a folder is only on a drive that is not connected, lock its work tree instead.</source>
            <translation>Git vergisst die Worktrees, deren Ordner fehlen, samt dem darin Vorgemerkten. Ihre Branches bleiben. Falls ein Ordner nur auf einem Laufwerk liegt, das nicht angeschlossen ist, stattdessen seinen Worktree sperren.</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Add submodule…</source>
            <translation>Submodul hinzufügen…</translation>
        </message>
        <message>
            <source>Take the address of the submodule from .gitmodules</source>
            <translation>Adresse des Submoduls aus .gitmodules übernehmen</translation>
        </message>
        <message>
            <source>Deinitialise submodule…</source>
            <translation>Submodul deinitialisieren…</translation>
        </message>
        <message>
            <source>Clones another repository into a folder of this one</source>
            <translation>Klont ein anderes Repository in einen Ordner von diesem</translation>
        </message>
        <message>
            <source>Sync address</source>
            <translation>Adresse übernehmen</translation>
        </message>
        <message>
            <source>Takes an address that was changed in .gitmodules over</source>
            <translation>Übernimmt eine Adresse, die in .gitmodules geändert wurde</translation>
        </message>
        <message>
            <source>Deinitialise…</source>
            <translation>Deinitialisieren…</translation>
        </message>
        <message>
            <source>Empties its folder; its clone stays</source>
            <translation>Leert seinen Ordner; sein Klon bleibt</translation>
        </message>
        <message>
            <source>Deinitialise %1</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 deinitialisieren</translation>
        </message>
        <message>
            <source>Deinitialise</source>
            <translation>Deinitialisieren</translation>
        </message>
    </context>
    <context>
        <name>LinkedWords</name>
        <message>
            <source>HEAD cannot be read</source>
            <translation>HEAD lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>detached at %1</source>
            <translation>losgelöst bei %1</translation>
        </message>
        <message>
            <source>no commit</source>
            <translation>kein Commit</translation>
        </message>
        <message>
            <source>new commit</source>
            <translation>neuer Commit</translation>
        </message>
        <message>
            <source>changed content</source>
            <translation>geänderter Inhalt</translation>
        </message>
        <message>
            <source>untracked content</source>
            <translation>unversionierter Inhalt</translation>
        </message>
        <message>
            <source>bare, no files</source>
            <translation>bare, keine Dateien</translation>
        </message>
        <message>
            <source>main work tree</source>
            <translation>Haupt-Worktree</translation>
        </message>
        <message>
            <source>locked, folder is missing</source>
            <translation>gesperrt, Ordner fehlt</translation>
        </message>
        <message>
            <source>folder is missing</source>
            <translation>Ordner fehlt</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>open here</source>
            <translation>hier geöffnet</translation>
        </message>
        <message>
            <source>not usable</source>
            <translation>nicht verwendbar</translation>
        </message>
        <message>
            <source>in conflict</source>
            <translation>im Konflikt</translation>
        </message>
        <message>
            <source>not checked out</source>
            <translation>nicht ausgecheckt</translation>
        </message>
        <message>
            <source>not initialised</source>
            <translation>nicht initialisiert</translation>
        </message>
        <message>
            <source>recorded %1</source>
            <extracomment>%1: an abbreviated commit id</extracomment>
            <translation>festgehalten: %1</translation>
        </message>
        <message>
            <source>checked out %1</source>
            <extracomment>%1: an abbreviated commit id</extracomment>
            <translation>ausgecheckt: %1</translation>
        </message>
        <message>
            <source>checked out %1 at %2</source>
            <extracomment>%1: a branch, %2: an abbreviated commit id</extracomment>
            <translation>ausgecheckt: %1 bei %2</translation>
        </message>
        <message>
            <source>named %1</source>
            <extracomment>%1: name of a submodule</extracomment>
            <translation>mit Namen %1</translation>
        </message>
        <message>
            <source>up to date</source>
            <translation>aktuell</translation>
        </message>
        <message>
            <source>The folder %1 is deleted with all it holds. Nothing in it is changed, and its branch stays.</source>
            <extracomment>%1: a path</extracomment>
            <translation>Der Ordner %1 wird mit allem, was er enthält, gelöscht. Nichts darin ist geändert, und sein Branch bleibt.</translation>
        </message>
        <message numerus="yes">
            <source>%n ignored file(s) or folder(s) in it are lost.</source>
            <translation>
                <numerusform>%n ignorierte Datei (oder Ordner) darin geht verloren.</numerusform>
                <numerusform>%n ignorierte Dateien oder Ordner darin gehen verloren.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 holds %2. That is recorded in the submodule itself: once it is checked out again, undo there brings it back. Then its folder is emptied, files that it ignores are deleted for good, and its address is forgotten. Its clone stays.</source>
            <extracomment>%1: path of a submodule, %2: such as "changed content, untracked content"</extracomment>
            <translation>Vorhanden in %1: %2. Das wird im Submodul selbst festgehalten: Sobald es wieder ausgecheckt ist, holt „Rückgängig machen“ es dort zurück. Danach wird sein Ordner geleert, Dateien, die es ignoriert, werden endgültig gelöscht, und seine Adresse wird vergessen. Sein Klon bleibt.</translation>
        </message>
        <message>
            <source>The folder %1 is emptied, files that it ignores are deleted for good, and its address is forgotten. Its clone stays: updating it checks it out again.</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>Der Ordner %1 wird geleert, Dateien, die das Submodul ignoriert, werden endgültig gelöscht, und seine Adresse wird vergessen. Sein Klon bleibt: Aktualisieren checkt es wieder aus.</translation>
        </message>
    </context>
    <context>
        <name>LockOffer</name>
        <message>
            <source>Remove lock…</source>
            <translation>Sperre entfernen…</translation>
        </message>
        <message>
            <source>Remove lock</source>
            <translation>Sperre entfernen</translation>
        </message>
        <message>
            <source>The lock is removed. Do again what did not work.</source>
            <translation>Die Sperre ist entfernt. Was nicht ging, noch einmal ausführen.</translation>
        </message>
        <message>
            <source>Removed the lock</source>
            <translation>Sperre entfernt</translation>
        </message>
    </context>
    <context>
        <name>LockRemoval</name>
        <message>
            <source>%1 was last written at %2. No program on this computer has it open, and no Git program is at work in this repository.

A program that works there from elsewhere, in a container or on another computer, is not seen from here. If there is one, removing its lock lets two programs write the same file, and what one of them writes is lost.</source>
            <extracomment>%1: path of a lock file; %2: a moment</extracomment>
            <translation>%1 wurde zuletzt geschrieben: %2. Kein Programm auf diesem Computer hat die Datei geöffnet, und kein Git-Programm arbeitet in diesem Repository.

Ein Programm, das von anderswo dort arbeitet, in einem Container oder auf einem anderen Computer, ist von hier aus nicht zu sehen. Falls es eines gibt, können nach dem Entfernen seiner Sperre zwei Programme dieselbe Datei schreiben, und was eines davon schreibt, geht verloren.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open repositories</source>
            <translation>Geöffnete Repositorys</translation>
        </message>
        <message>
            <source>Plumbline</source>
            <translation>Plumbline</translation>
        </message>
        <message>
            <source>%1 – Plumbline</source>
            <extracomment>%1 the repository's name</extracomment>
            <translation>%1 – Plumbline</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Repository</source>
            <translation>&amp;Repository</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Open repository…</source>
            <translation>Repository &amp;öffnen…</translation>
        </message>
        <message>
            <source>C&amp;lone repository…</source>
            <translation>Repository k&amp;lonen…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>&amp;Close repository</source>
            <translation>Repository &amp;schließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig machen</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Ausschneiden</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>A&amp;lles auswählen</translation>
        </message>
        <message>
            <source>&amp;Find</source>
            <translation>&amp;Suchen</translation>
        </message>
        <message>
            <source>Prefere&amp;nces…</source>
            <translation>Ei&amp;nstellungen…</translation>
        </message>
        <message>
            <source>&amp;More pages</source>
            <translation>&amp;Weitere Seiten</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>&amp;Aktualisieren</translation>
        </message>
        <message>
            <source>&amp;Commands…</source>
            <translation>&amp;Befehle…</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Farbschema</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Next repository</source>
            <translation>&amp;Nächstes Repository</translation>
        </message>
        <message>
            <source>&amp;Previous repository</source>
            <translation>&amp;Voriges Repository</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>&amp;Datei…</translation>
        </message>
        <message>
            <source>Page &amp;bar</source>
            <translation>Seiten&amp;leiste</translation>
        </message>
        <message>
            <source>Pa&amp;ge</source>
            <translation>&amp;Seite</translation>
        </message>
        <message>
            <source>Work tr&amp;ees and submodules</source>
            <translation>Workt&amp;rees und Submodule</translation>
        </message>
        <message>
            <source>Re&amp;motes</source>
            <translation>Re&amp;motes</translation>
        </message>
        <message>
            <source>Reflo&amp;g and lost commits</source>
            <translation>Reflo&amp;g und verlorene Commits</translation>
        </message>
        <message>
            <source>&amp;What can be undone</source>
            <translation>&amp;Was sich rückgängig machen lässt</translation>
        </message>
        <message>
            <source>Operat&amp;ion</source>
            <translation>&amp;Vorgang</translation>
        </message>
        <message>
            <source>&amp;Trust this repository…</source>
            <translation>Diesem Repository ver&amp;trauen…</translation>
        </message>
        <message>
            <source>&amp;Read only from now on</source>
            <translation>Ab jetzt nur le&amp;sen</translation>
        </message>
        <message>
            <source>&amp;Shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;About Plumbline</source>
            <translation>Ü&amp;ber Plumbline</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>Show confl&amp;icts</source>
            <translation>&amp;Konflikte anzeigen</translation>
        </message>
        <message>
            <source>Co&amp;ntinue operation</source>
            <translation>Vorgang &amp;fortsetzen</translation>
        </message>
        <message>
            <source>S&amp;kip step</source>
            <translation>&amp;Schritt überspringen</translation>
        </message>
        <message>
            <source>A&amp;bort operation…</source>
            <translation>Vorgang &amp;abbrechen…</translation>
        </message>
        <message>
            <source>Forget &amp;damaged operation…</source>
            <translation>&amp;Beschädigten Vorgang vergessen…</translation>
        </message>
        <message>
            <source>Open a repository</source>
            <translation>Repository öffnen</translation>
        </message>
        <message>
            <source>&amp;Fetch</source>
            <translation>&amp;Abrufen</translation>
        </message>
        <message>
            <source>Fetch &amp;all remotes</source>
            <translation>Von allen Remotes abru&amp;fen</translation>
        </message>
        <message>
            <source>Pu&amp;ll</source>
            <translation>Pu&amp;llen</translation>
        </message>
        <message>
            <source>Pull &amp;in another way</source>
            <translation>A&amp;nders pullen</translation>
        </message>
        <message>
            <source>Pull (&amp;merge)</source>
            <translation>Pull (&amp;Merge)</translation>
        </message>
        <message>
            <source>Pull (&amp;rebase)</source>
            <translation>Pull (&amp;Rebase)</translation>
        </message>
        <message>
            <source>Pull (&amp;fast-forward only)</source>
            <translation>Pull (nur &amp;Fast-Forward)</translation>
        </message>
        <message>
            <source>&amp;Push</source>
            <translation>&amp;Pushen</translation>
        </message>
        <message>
            <source>Pus&amp;h with tags</source>
            <translation>Mit Tags pus&amp;hen</translation>
        </message>
        <message>
            <source>P&amp;ush to…</source>
            <translation>P&amp;ushen nach…</translation>
        </message>
        <message>
            <source>Push &amp;over what is there…</source>
            <translation>Vorhandenes beim Push &amp;überschreiben…</translation>
        </message>
        <message>
            <source>&amp;Cancel transfer</source>
            <translation>Übertragung abbre&amp;chen</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>Remote branch</source>
            <translation>Remote-Branch</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Type to find a command, branch, tag or file</source>
            <translation>Befehl, Branch, Tag oder Datei eintippen, um zu suchen</translation>
        </message>
        <message>
            <source>Type to find a file</source>
            <translation>Datei eintippen, um zu suchen</translation>
        </message>
        <message>
            <source>&amp;New repository…</source>
            <translation>&amp;Neues Repository…</translation>
        </message>
    </context>
    <context>
        <name>MatrixItems</name>
        <message>
            <source>as in %1</source>
            <translation>wie in %1</translation>
        </message>
        <message numerus="yes">
            <source>%n behind</source>
            <translation>
                <numerusform>%n zurück</numerusform>
                <numerusform>%n zurück</numerusform>
            </translation>
        </message>
        <message>
            <source>behind</source>
            <translation>zurück</translation>
        </message>
        <message>
            <source>ahead of %1</source>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>differs from %1</source>
            <translation>anders als %1</translation>
        </message>
        <message>
            <source>range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>floating</source>
            <translation>gleitend</translation>
        </message>
        <message>
            <source>set elsewhere</source>
            <translation>anderswo gesetzt</translation>
        </message>
        <message>
            <source>unversioned</source>
            <translation>ohne Version</translation>
        </message>
        <message>
            <source>unreadable</source>
            <translation>unlesbar</translation>
        </message>
        <message>
            <source>since when is not known</source>
            <translation>seit wann, ist nicht bekannt</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>nicht vorhanden</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Einheit</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>&amp;Fast-forward where that is enough</source>
            <translation>&amp;Fast-Forward, wo das genügt</translation>
        </message>
        <message>
            <source>&amp;Always a merge commit</source>
            <translation>&amp;Immer ein Merge-Commit</translation>
        </message>
        <message>
            <source>Fast-forward &amp;only</source>
            <translation>&amp;Nur Fast-Forward</translation>
        </message>
        <message>
            <source>&amp;Squash: stage the changes</source>
            <translation>&amp;Squash: die Änderungen vormerken</translation>
        </message>
        <message>
            <source>Merge branch</source>
            <translation>Branch mergen</translation>
        </message>
        <message>
            <source>%1 into %2</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Mergen</translation>
        </message>
        <message>
            <source>What %1 changed is staged and left for you to commit. %2 does not move, and Git will not know that it was merged.</source>
            <extracomment>%1 and %2: branches</extracomment>
            <translation>Was %1 geändert hat, wird vorgemerkt; das Committen bleibt Ihnen überlassen. %2 bewegt sich nicht, und Git weiß dann nicht, dass gemergt wurde.</translation>
        </message>
        <message>
            <source>A commit with both as its parents is made, also where %2 could just move forward to %1.</source>
            <translation>Ein Commit mit beiden als Eltern wird erstellt, auch wo %2 einfach zu %1 vorrücken könnte.</translation>
        </message>
        <message>
            <source>%2 moves forward to %1. Where %2 has commits of its own, nothing is done.</source>
            <translation>%2 rückt zu %1 vor. Wo %2 eigene Commits hat, geschieht nichts.</translation>
        </message>
        <message>
            <source>%2 moves forward to %1. Where %2 has commits of its own, a merge commit is made.</source>
            <translation>%2 rückt zu %1 vor. Wo %2 eigene Commits hat, wird ein Merge-Commit erstellt.</translation>
        </message>
    </context>
    <context>
        <name>MessageEditor</name>
        <message>
            <source>Commit message</source>
            <translation>Commit-Nachricht</translation>
        </message>
    </context>
    <context>
        <name>MessageStore</name>
        <message>
            <source>The kept commit messages were not used because %1; they are in %2.</source>
            <extracomment>%1 a reason such as "it is damaged", %2 a file name</extracomment>
            <translation>Die aufbewahrten Commit-Nachrichten wurden nicht verwendet (%1); sie sind in %2.</translation>
        </message>
        <message>
            <source>The kept commit messages cannot be read.</source>
            <translation>Die aufbewahrten Commit-Nachrichten lassen sich nicht lesen.</translation>
        </message>
        <message>
            <source>Another program is writing the kept commit messages.</source>
            <translation>Ein anderes Programm schreibt gerade die aufbewahrten Commit-Nachrichten.</translation>
        </message>
        <message>
            <source>they are too large</source>
            <translation>zu groß</translation>
        </message>
        <message>
            <source>they are damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <source>Commit messages are not kept: a later version of Plumbline keeps them in %1.</source>
            <translation>Commit-Nachrichten werden nicht aufbewahrt: Eine spätere Version von Plumbline bewahrt sie in %1 auf.</translation>
        </message>
        <message>
            <source>another version wrote them</source>
            <translation>von einer anderen Version geschrieben</translation>
        </message>
        <message>
            <source>Commit messages cannot be kept in %1.</source>
            <translation>Commit-Nachrichten lassen sich nicht in %1 aufbewahren.</translation>
        </message>
        <message>
            <source>The message is too long to be kept until it is committed.</source>
            <translation>Die Nachricht ist zu lang, um bis zum Commit aufbewahrt zu werden.</translation>
        </message>
    </context>
    <context>
        <name>NewRefDialog</name>
        <message>
            <source>Check it out</source>
            <translation>Auschecken</translation>
        </message>
        <message>
            <source>Create branch</source>
            <translation>Branch anlegen</translation>
        </message>
        <message>
            <source>Create tag</source>
            <translation>Tag anlegen</translation>
        </message>
        <message>
            <source>At %1</source>
            <extracomment>%1: a commit</extracomment>
            <translation>Bei %1</translation>
        </message>
        <message>
            <source>Name of the branch</source>
            <translation>Name des Branchs</translation>
        </message>
        <message>
            <source>Name of the tag</source>
            <translation>Name des Tags</translation>
        </message>
        <message>
            <source>Message of the tag</source>
            <translation>Nachricht des Tags</translation>
        </message>
        <message>
            <source>Message; without one the tag is a plain name for the commit</source>
            <translation>Nachricht; ohne sie ist der Tag ein bloßer Name für den Commit</translation>
        </message>
    </context>
    <context>
        <name>NewRepositoryController</name>
        <message>
            <source>The folder needs a full path.</source>
            <translation>Der Ordner braucht einen vollständigen Pfad.</translation>
        </message>
        <message>
            <source>The first branch needs a name.</source>
            <translation>Der erste Branch braucht einen Namen.</translation>
        </message>
    </context>
    <context>
        <name>NewRepositoryDialog</name>
        <message>
            <source>B&amp;rowse…</source>
            <translation>&amp;Durchsuchen…</translation>
        </message>
        <message>
            <source>New repository</source>
            <translation>Neues Repository</translation>
        </message>
        <message>
            <source>Folder of the repository</source>
            <translation>Ordner des Repositorys</translation>
        </message>
        <message>
            <source>Name of the first branch</source>
            <translation>Name des ersten Branchs</translation>
        </message>
        <message>
            <source>Make repository</source>
            <translation>Repository anlegen</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>First &amp;branch</source>
            <translation>Erster &amp;Branch</translation>
        </message>
        <message>
            <source>%1 becomes a repository without commits. Files that are there stay and are not committed.</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 wird ein Repository ohne Commits. Dateien, die schon da sind, bleiben und werden nicht committet.</translation>
        </message>
    </context>
    <context>
        <name>ObjectOverview</name>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Namespace</source>
            <translation>Namespace</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>Differing</source>
            <translation>Abweichend</translation>
        </message>
        <message>
            <source>Tolerated</source>
            <translation>Toleriert</translation>
        </message>
        <message>
            <source>In Git</source>
            <translation>In Git</translation>
        </message>
        <message>
            <source>In the snapshot</source>
            <translation>Im Snapshot</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>%1 the kind of a Kubernetes object, %2 the API group that has it</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>the whole object</source>
            <translation>das ganze Objekt</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s)</source>
            <translation>
                <numerusform>%n Feld</numerusform>
                <numerusform>%n Felder</numerusform>
            </translation>
        </message>
        <message>
            <source>not there</source>
            <translation>nicht vorhanden</translation>
        </message>
    </context>
    <context>
        <name>OperationBanner</name>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>Forget…</source>
            <translation>Vergessen…</translation>
        </message>
        <message>
            <source>Continue with the markers</source>
            <translation>Mit den Markierungen fortsetzen</translation>
        </message>
        <message>
            <source>Keep going</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Operation in progress</source>
            <translation>Vorgang im Gange</translation>
        </message>
        <message>
            <source>Leaves the present step out</source>
            <translation>Lässt den aktuellen Schritt aus</translation>
        </message>
        <message>
            <source>For an operation that can be neither continued nor aborted</source>
            <translation>Für einen Vorgang, der sich weder fortsetzen noch abbrechen lässt</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>Signieren</translation>
        </message>
        <message>
            <source>Output of Git and its hooks</source>
            <translation>Ausgabe von Git und seinen Hooks</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Files are in conflict</source>
            <translation>Dateien sind im Konflikt</translation>
        </message>
        <message>
            <source>Left by a stash or a squashed merge</source>
            <translation>Hinterlassen von einem Stash oder einem Squash-Merge</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) in conflict</source>
            <translation>
                <numerusform>%n Datei im Konflikt</numerusform>
                <numerusform>%n Dateien im Konflikt</numerusform>
            </translation>
        </message>
        <message>
            <source>Continue without the hooks…</source>
            <translation>Ohne die Hooks fortsetzen…</translation>
        </message>
        <message>
            <source>Continue without the hooks</source>
            <translation>Ohne die Hooks fortsetzen</translation>
        </message>
        <message>
            <source>A hook refused the commit that ends this step. Without pre-commit and commit-msg, what they check is not checked. This holds for this one commit.</source>
            <translation>Ein Hook hat den Commit abgelehnt, der diesen Schritt abschließt. Ohne pre-commit und commit-msg wird nicht geprüft, was sie prüfen. Das gilt nur für diesen einen Commit.</translation>
        </message>
    </context>
    <context>
        <name>OperationController</name>
        <message>
            <source>It is not known whether files are in conflict</source>
            <translation>Es ist nicht bekannt, ob Dateien im Konflikt sind</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are in conflict</source>
            <translation>
                <numerusform>%n Datei ist im Konflikt</numerusform>
                <numerusform>%n Dateien sind im Konflikt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>roughly %n step(s)</source>
            <translation>
                <numerusform>etwa %n Schritt</numerusform>
                <numerusform>etwa %n Schritte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n revision(s) left to test after this (%1)</source>
            <extracomment>%1: such as "roughly 3 steps"</extracomment>
            <translation>
                <numerusform>%n Revision danach noch zu testen (%1)</numerusform>
                <numerusform>%n Revisionen danach noch zu testen (%1)</numerusform>
            </translation>
        </message>
        <message>
            <source>A hook refused the commit: %1</source>
            <extracomment>%1: the first line of what a hook said</extracomment>
            <translation>Ein Hook hat den Commit abgelehnt: %1</translation>
        </message>
        <message>
            <source>Nothing was lost: continue when it agrees, or abort.</source>
            <translation>Nichts ging verloren: fortsetzen, wenn er zustimmt, oder abbrechen.</translation>
        </message>
    </context>
    <context>
        <name>OperationWords</name>
        <message>
            <source>%1: step %2 of %3</source>
            <extracomment>%1: such as "Rebasing topic onto main"</extracomment>
            <translation>%1: Schritt %2 von %3</translation>
        </message>
        <message>
            <source>Rebasing %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Rebase von %1</translation>
        </message>
        <message>
            <source>Rebasing %1 onto %2</source>
            <extracomment>%1: a branch; %2: a branch or the short id of a commit</extracomment>
            <translation>Rebase von %1 auf %2</translation>
        </message>
        <message>
            <source>the merge</source>
            <translation>der Merge</translation>
        </message>
        <message>
            <source>the rebase</source>
            <translation>der Rebase</translation>
        </message>
        <message>
            <source>the cherry-pick</source>
            <translation>der Cherry-Pick</translation>
        </message>
        <message>
            <source>the revert</source>
            <translation>der Revert</translation>
        </message>
        <message>
            <source>the bisection</source>
            <translation>das Bisect</translation>
        </message>
        <message>
            <source>applying patches</source>
            <translation>das Anwenden von Patches</translation>
        </message>
        <message>
            <source>the operation</source>
            <translation>der Vorgang</translation>
        </message>
        <message>
            <source>Merging into %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Merge in %1</translation>
        </message>
        <message>
            <source>Merging %1 into %2</source>
            <extracomment>%1: a branch or the short id of a commit; %2: a branch</extracomment>
            <translation>Merge von %1 in %2</translation>
        </message>
        <message>
            <source>Cherry-picking onto %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Cherry-Pick auf %1</translation>
        </message>
        <message>
            <source>Reverting on %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Revert auf %1</translation>
        </message>
        <message>
            <source>Bisecting; it began on %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Bisect läuft; begonnen auf %1</translation>
        </message>
        <message>
            <source>This is the first bad commit:</source>
            <translation>Das ist der erste schlechte Commit:</translation>
        </message>
        <message>
            <source>Applying patches to %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Patches werden auf %1 angewendet</translation>
        </message>
        <message>
            <source>Continuing %1</source>
            <extracomment>%1: such as "the rebase"</extracomment>
            <translation>Wird fortgesetzt: %1</translation>
        </message>
        <message>
            <source>Skipping the present step</source>
            <translation>Aktueller Schritt wird übersprungen</translation>
        </message>
        <message>
            <source>Forgetting %1</source>
            <extracomment>%1: such as "the rebase"</extracomment>
            <translation>Wird vergessen: %1</translation>
        </message>
        <message>
            <source>Aborting %1</source>
            <extracomment>%1: such as "the rebase"</extracomment>
            <translation>Wird abgebrochen: %1</translation>
        </message>
        <message>
            <source>Aborted. Undo brings back what was resolved.</source>
            <translation>Abgebrochen. „Rückgängig machen“ bringt zurück, was aufgelöst war.</translation>
        </message>
        <message>
            <source>Aborted; everything is as before</source>
            <translation>Abgebrochen; alles ist wie zuvor</translation>
        </message>
        <message>
            <source>Forgot %1; index and files are as they were</source>
            <extracomment>%1: such as "the rebase"</extracomment>
            <translation>Vergessen: %1; Index und Dateien sind, wie sie waren</translation>
        </message>
        <message numerus="yes">
            <source>Went on to the next conflicts, in %n file(s)</source>
            <translation>
                <numerusform>Weiter zu den nächsten Konflikten, in %n Datei</numerusform>
                <numerusform>Weiter zu den nächsten Konflikten, in %n Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>Went on to the next stop</source>
            <translation>Weiter zum nächsten Halt</translation>
        </message>
        <message>
            <source>Finished %1</source>
            <extracomment>%1: such as "the rebase"</extracomment>
            <translation>Abgeschlossen: %1</translation>
        </message>
        <message>
            <source>What you changed, resolved and staged since is recorded first; Undo brings all of it back.</source>
            <translation>Was seither geändert, aufgelöst und vorgemerkt wurde, wird zuerst festgehalten; „Rückgängig machen“ bringt alles davon zurück.</translation>
        </message>
        <message>
            <source>What you changed and resolved since is recorded first, and the commits made so far are kept; Undo brings the files back.</source>
            <translation>Was seither geändert und aufgelöst wurde, wird zuerst festgehalten, und die bisher erstellten Commits bleiben erhalten; „Rückgängig machen“ bringt die Dateien zurück.</translation>
        </message>
        <message>
            <source>%1 stays where it is; index and files go back to before the merge.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 bleibt, wo er ist; Index und Dateien gehen auf den Stand vor dem Merge zurück.</translation>
        </message>
        <message>
            <source>%1 and its files go back to before the first of the commits.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 und seine Dateien gehen auf den Stand vor dem ersten der Commits zurück.</translation>
        </message>
        <message>
            <source>%1 goes back to before the rebase.</source>
            <translation>%1 geht auf den Stand vor dem Rebase zurück.</translation>
        </message>
        <message>
            <source>%1 goes back to %2, as before the rebase.</source>
            <translation>%1 geht auf %2 zurück, wie vor dem Rebase.</translation>
        </message>
        <message>
            <source>%1 goes back to where it was before.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 geht dahin zurück, wo er zuvor war.</translation>
        </message>
        <message>
            <source>Abort merge</source>
            <translation>Merge abbrechen</translation>
        </message>
        <message>
            <source>Abort rebase</source>
            <translation>Rebase abbrechen</translation>
        </message>
        <message>
            <source>Abort cherry-pick</source>
            <translation>Cherry-Pick abbrechen</translation>
        </message>
        <message>
            <source>Abort revert</source>
            <translation>Revert abbrechen</translation>
        </message>
        <message>
            <source>End bisection</source>
            <translation>Bisect beenden</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Git's notes about it are damaged, so it may be neither continued nor aborted. Forgetting it leaves HEAD, what is staged and all files as they are, with their conflicts.</source>
            <translation>Gits Notizen dazu sind beschädigt, sodass sich vielleicht weder fortsetzen noch abbrechen lässt. Vergessen lässt HEAD, das Vorgemerkte und alle Dateien, wie sie sind, samt ihren Konflikten.</translation>
        </message>
        <message>
            <source>HEAD stays on no branch; the branch is where it was before.</source>
            <translation>HEAD bleibt auf keinem Branch; der Branch ist dort, wo er zuvor war.</translation>
        </message>
    </context>
    <context>
        <name>Options</name>
        <message>
            <source>there is no page “%1”</source>
            <translation>es gibt keine Seite „%1“</translation>
        </message>
        <message>
            <source>“%1” is not a size such as 1400x900</source>
            <extracomment>%1 what the user typed</extracomment>
            <translation>„%1“ ist keine Größe wie 1400x900</translation>
        </message>
        <message>
            <source>--page and --size belong to --capture</source>
            <translation>--page und --size gehören zu --capture</translation>
        </message>
        <message>
            <source>“%1” is not a theme; choose light or dark</source>
            <translation>„%1“ ist kein Farbschema; möglich sind light oder dark</translation>
        </message>
        <message>
            <source>“%1” is not a language of the window; choose one of: %2</source>
            <translation>„%1“ ist keine Sprache des Fensters; zur Wahl stehen: %2</translation>
        </message>
        <message>
            <source>“%1” is not a scale; choose 1, 1.5 or 2</source>
            <translation>„%1“ ist keine Skalierung; möglich sind 1, 1.5 oder 2</translation>
        </message>
        <message>
            <source>--quit belongs to --timings</source>
            <translation>--quit gehört zu --timings</translation>
        </message>
        <message>
            <source>Usage: plumbline [OPTIONS] [PATH...]
Opens the repositories at the paths, or those of the last time.

  --new-window      an own window, even when one is open
  --theme NAME      light or dark, this time
  --language CODE   de or en, this time
  --scale FACTOR    1, 1.5 or 2
  --capture FOLDER  write an image of every page and capture.json there, then end
  --page NAME       with --capture: only this page
  --size WxH        with --capture: size of the window
  --timings FILE    write as JSON when the window and its history were there, then go on
  --quit            with --timings: end when FILE is written
  --version         print the version
  --help            print this

Exit codes: 0 done, 1 a page could not be captured, 2 wrong usage.
</source>
            <translation>Aufruf: plumbline [OPTIONEN] [PFAD...]
Öffnet die Repositories an den Pfaden, oder die vom letzten Mal.

  --new-window      ein eigenes Fenster, auch wenn schon eines offen ist
  --theme NAME      light oder dark, dieses Mal
  --language CODE   de oder en, dieses Mal
  --scale FACTOR    1, 1.5 oder 2
  --capture FOLDER  von jeder Seite ein Bild und capture.json dorthin schreiben, dann enden
  --page NAME       mit --capture: nur diese Seite
  --size WxH        mit --capture: Größe des Fensters
  --timings FILE    als JSON schreiben, wann das Fenster und sein Verlauf da waren, dann weiter
  --quit            mit --timings: enden, wenn FILE geschrieben ist
  --version         die Version ausgeben
  --help            dies ausgeben

Exit-Codes: 0 fertig, 1 eine Seite konnte nicht aufgenommen werden, 2 falscher Aufruf.
</translation>
        </message>
    </context>
    <context>
        <name>OverwriteDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weiterer</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is not there any more. Pushing makes it anew.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 gibt es nicht mehr. Ein Push legt ihn neu an.</translation>
        </message>
        <message>
            <source>Your branch has everything that %1 has: nothing is lost.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Der eigene Branch hat alles, was %1 hat: Nichts geht verloren.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) will be on %1 no more, for everybody. Nothing is overwritten when something else is there by then.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>
                <numerusform>%n Commit ist dann nicht mehr auf %1, für alle. Nichts wird überschrieben, wenn dort bis dahin etwas anderes ist.</numerusform>
                <numerusform>%n Commits sind dann nicht mehr auf %1, für alle. Nichts wird überschrieben, wenn dort bis dahin etwas anderes ist.</numerusform>
            </translation>
        </message>
        <message>
            <source>Push</source>
            <translation>Pushen</translation>
        </message>
        <message numerus="yes">
            <source>Overwrite %n commit(s)</source>
            <translation>
                <numerusform>%n Commit überschreiben</numerusform>
                <numerusform>%n Commits überschreiben</numerusform>
            </translation>
        </message>
        <message>
            <source>Overwrite %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 überschreiben</translation>
        </message>
        <message>
            <source>Commits that are lost at the remote</source>
            <translation>Commits, die beim Remote verloren gehen</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>PageButton</name>
        <message>
            <source>%1, %2</source>
            <extracomment>%1 a page's name, %2 a count</extracomment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Environments</source>
            <translation>Umgebungen</translation>
        </message>
        <message>
            <source>Drift</source>
            <translation>Drift</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Konflikte</translation>
        </message>
        <message>
            <source>Rebase</source>
            <translation>Rebase</translation>
        </message>
        <message>
            <source>File history</source>
            <translation>Dateiverlauf</translation>
        </message>
        <message>
            <source>Blame</source>
            <translation>Blame</translation>
        </message>
        <message>
            <source>Stash</source>
            <translation>Stash</translation>
        </message>
        <message>
            <source>Work trees</source>
            <translation>Worktrees</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Reflog</source>
            <translation>Reflog</translation>
        </message>
        <message>
            <source>Remotes</source>
            <translation>Remotes</translation>
        </message>
        <message>
            <source>Command log</source>
            <translation>Befehlsprotokoll</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Audit</translation>
        </message>
    </context>
    <context>
        <name>PathActions</name>
        <message>
            <source>File history</source>
            <translation>Dateiverlauf</translation>
        </message>
        <message>
            <source>Blame</source>
            <translation>Blame</translation>
        </message>
        <message>
            <source>No file is chosen</source>
            <translation>Keine Datei ist ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>PathEdit</name>
        <message>
            <source>Path of a file</source>
            <translation>Pfad einer Datei</translation>
        </message>
    </context>
    <context>
        <name>PersonEdit</name>
        <message>
            <source>Name &lt;address&gt;</source>
            <translation>Name &lt;Adresse&gt;</translation>
        </message>
    </context>
    <context>
        <name>PicksDialog</name>
        <message numerus="yes">
            <source>%n commit(s) are taken back on %1 by new commits, the newest first.</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>
                <numerusform>%n Commit wird auf %1 durch einen neuen Commit zurückgenommen.</numerusform>
                <numerusform>%n Commits werden auf %1 durch neue Commits zurückgenommen, der neueste zuerst.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are made anew on %1, the oldest first.</source>
            <extracomment>%1: a branch, or HEAD</extracomment>
            <translation>
                <numerusform>%n Commit wird auf %1 neu erstellt.</numerusform>
                <numerusform>%n Commits werden auf %1 neu erstellt, der älteste zuerst.</numerusform>
            </translation>
        </message>
        <message>
            <source>A conflict stops at its commit: then one continues, skips it or aborts. Undo takes all of it back.</source>
            <translation>Ein Konflikt hält bei seinem Commit an: Dann lässt sich fortsetzen, der Commit überspringen oder abbrechen. „Rückgängig machen“ nimmt alles davon zurück.</translation>
        </message>
        <message numerus="yes">
            <source>Revert %n commit(s)</source>
            <translation>
                <numerusform>%n Commit reverten</numerusform>
                <numerusform>%n Commits reverten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cherry-pick %n commit(s)</source>
            <translation>
                <numerusform>Cherry-Pick von %n Commit</numerusform>
                <numerusform>Cherry-Pick von %n Commits</numerusform>
            </translation>
        </message>
        <message>
            <source>Revert commits</source>
            <translation>Commits reverten</translation>
        </message>
        <message>
            <source>Cherry-pick commits</source>
            <translation>Cherry-Pick von Commits</translation>
        </message>
        <message>
            <source>Commits in the order in which they are taken</source>
            <translation>Commits in der Reihenfolge, in der sie drankommen</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>A bare repository has nothing staged</source>
            <translation>In einem Bare-Repository ist nichts vorgemerkt</translation>
        </message>
        <message>
            <source>token of %1</source>
            <extracomment>%1: a provider, such as GitHub</extracomment>
            <translation>Token von %1</translation>
        </message>
        <message>
            <source>password or secret</source>
            <translation>Passwort oder Geheimnis</translation>
        </message>
        <message>
            <source>private key (%1)</source>
            <extracomment>%1: a kind of key, such as PEM or age</extracomment>
            <translation>privater Schlüssel (%1)</translation>
        </message>
        <message>
            <source>hash of a password</source>
            <translation>Hash eines Passworts</translation>
        </message>
        <message>
            <source>password in a URL</source>
            <translation>Passwort in einer URL</translation>
        </message>
        <message>
            <source>password in a connection string</source>
            <translation>Passwort in einer Verbindungszeichenfolge</translation>
        </message>
        <message>
            <source>secret in a manifest that is not encrypted</source>
            <translation>Geheimnis in einem Manifest, das nicht verschlüsselt ist</translation>
        </message>
        <message>
            <source>file that holds keys</source>
            <translation>Datei, die Schlüssel enthält</translation>
        </message>
        <message>
            <source>file that SOPS should have encrypted</source>
            <translation>Datei, die SOPS hätte verschlüsseln sollen</translation>
        </message>
        <message>
            <source>not looked through: %1</source>
            <translation>nicht durchgesehen: %1</translation>
        </message>
        <message>
            <source>the file is larger than %1 MB</source>
            <translation>die Datei ist größer als %1 MB</translation>
        </message>
        <message>
            <source>there is more in it than is looked through</source>
            <translation>es steht mehr darin, als durchgesehen wird</translation>
        </message>
        <message>
            <source>There is no file at %1</source>
            <translation>Bei %1 gibt es keine Datei</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Darstellung</translation>
        </message>
        <message>
            <source>&amp;Programs</source>
            <translation>&amp;Programme</translation>
        </message>
        <message>
            <source>&amp;Shortcuts</source>
            <translation>Tasten&amp;kürzel</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Farbschema</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>S&amp;ide by side</source>
            <translation>&amp;Nebeneinander</translation>
        </message>
        <message>
            <source>&amp;Wrap long lines</source>
            <translation>Lange Zeilen &amp;umbrechen</translation>
        </message>
        <message>
            <source>S&amp;how whitespace</source>
            <translation>&amp;Leerraum anzeigen</translation>
        </message>
        <message>
            <source>I&amp;gnore changes of whitespace</source>
            <translation>Änderungen an Leerraum i&amp;gnorieren</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>From the next start on.</source>
            <translation>Ab dem nächsten Start.</translation>
        </message>
    </context>
    <context>
        <name>Process</name>
        <message>
            <source>There is no folder for questions about passwords.</source>
            <translation>Es gibt keinen Ordner für Passwortabfragen.</translation>
        </message>
        <message>
            <source>Questions about passwords cannot be listened for.</source>
            <translation>Auf Passwortabfragen kann nicht gelauscht werden.</translation>
        </message>
        <message>
            <source>A program is not installed</source>
            <translation>Ein Programm ist nicht installiert</translation>
        </message>
        <message>
            <source>%1 could not be started</source>
            <translation>%1 konnte nicht gestartet werden</translation>
        </message>
        <message>
            <source>%1 did not finish in time and was ended</source>
            <translation>%1 wurde nicht rechtzeitig fertig und wurde beendet</translation>
        </message>
        <message>
            <source>%1 printed more than can be taken in</source>
            <translation>%1 hat mehr ausgegeben, als sich aufnehmen lässt</translation>
        </message>
        <message>
            <source>%1 ended unexpectedly</source>
            <translation>%1 endete unerwartet</translation>
        </message>
    </context>
    <context>
        <name>ProgramPreferences</name>
        <message>
            <source>&amp;Editor</source>
            <translation>&amp;Editor</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Startet</translation>
        </message>
        <message>
            <source>&amp;Terminal</source>
            <translation>&amp;Terminal</translation>
        </message>
        <message>
            <source>{file}, {line} and {repo} stand for the file, its line and the repository's folder; without {file} the file comes last. Nothing of a shell means anything here.</source>
            <translation>{file}, {line} und {repo} stehen für die Datei, ihre Zeile und den Ordner des Repositorys; ohne {file} kommt die Datei zuletzt. Shell-Syntax hat hier keine Bedeutung.</translation>
        </message>
        <message>
            <source>Difference tool</source>
            <translation>Diff-Werkzeug</translation>
        </message>
        <message>
            <source>Merge tool</source>
            <translation>Merge-Werkzeug</translation>
        </message>
        <message>
            <source>Looking for an editor…</source>
            <translation>Editor wird gesucht…</translation>
        </message>
        <message>
            <source>from $VISUAL or $EDITOR</source>
            <translation>aus $VISUAL oder $EDITOR</translation>
        </message>
        <message>
            <source>from core.editor of your Git configuration</source>
            <translation>aus core.editor der Git-Konfiguration</translation>
        </message>
        <message>
            <source>the desktop’s editor for text</source>
            <translation>der Texteditor der Arbeitsumgebung</translation>
        </message>
        <message>
            <source>Reading Git’s configuration…</source>
            <translation>Git-Konfiguration wird gelesen…</translation>
        </message>
        <message>
            <source>%1, as your Git configuration says</source>
            <extracomment>%1 a program's name</extracomment>
            <translation>%1, laut Git-Konfiguration</translation>
        </message>
        <message>
            <source>None is named in your Git configuration: git config --global %1 NAME</source>
            <extracomment>%1 the key of a configuration</extracomment>
            <translation>In der Git-Konfiguration ist keines angegeben: git config --global %1 NAME</translation>
        </message>
    </context>
    <context>
        <name>QueryLine</name>
        <message>
            <source>Search: words, author: path: message: content: before: after: branch:</source>
            <translation>Suche: Wörter, author: path: message: content: before: after: branch:</translation>
        </message>
        <message>
            <source>Search history</source>
            <translation>Verlauf durchsuchen</translation>
        </message>
        <message>
            <source>Order and filters</source>
            <translation>Reihenfolge und Filter</translation>
        </message>
        <message>
            <source>Order and filters: not the usual ones</source>
            <translation>Reihenfolge und Filter: nicht die üblichen</translation>
        </message>
        <message>
            <source>%1 found</source>
            <translation>%1 gefunden</translation>
        </message>
        <message>
            <source>%1 of %2 searched</source>
            <translation>%1 von %2 durchsucht</translation>
        </message>
        <message>
            <source>Searching history</source>
            <translation>Verlauf wird durchsucht</translation>
        </message>
        <message>
            <source>Words are searched for in messages, authors and ids. Fields: message: author: committer: path: content: before: after: id: branch: or ref:. In quotes a word with a colon is text; - before a word or field leaves out what has it. path:f is the f of the topmost folder, path:**/f one in any; * stands for folders, too. branch:next is origin/next if there is no other.</source>
            <translation>Wörter werden in Nachrichten, Autoren und IDs gesucht. Felder: message: author: committer: path: content: before: after: id: branch: oder ref:. In Anführungszeichen ist ein Wort mit Doppelpunkt Text; - vor einem Wort oder Feld lässt weg, was es hat. path:f ist das f im obersten Ordner, path:**/f eines in einem beliebigen; * steht auch für Ordner. branch:next ist origin/next, wenn es kein anderes gibt.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
    </context>
    <context>
        <name>RebaseController</name>
        <message>
            <source>Nothing can be rebased in a repository that is not trusted.</source>
            <translation>In einem Repository, dem nicht vertraut wird, lässt sich nichts rebasen.</translation>
        </message>
        <message numerus="yes">
            <source>Rebase %n commit(s) of %1 onto %2</source>
            <extracomment>%1: a branch; %2: a branch or the short id of a commit</extracomment>
            <translation>
                <numerusform>%n Commit von %1 auf %2 rebasen</numerusform>
                <numerusform>%n Commits von %1 auf %2 rebasen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rebase %n commit(s) of %1 since %2</source>
            <extracomment>%1: a branch; %2: the short id of a commit</extracomment>
            <translation>
                <numerusform>%n Commit von %1 seit %2 rebasen</numerusform>
                <numerusform>%n Commits von %1 seit %2 rebasen</numerusform>
            </translation>
        </message>
        <message>
            <source>The branch has moved since this was read. Start over to see it as it is.</source>
            <translation>Der Branch hat sich bewegt, seit dies gelesen wurde. Neu beginnen, um ihn zu sehen, wie er ist.</translation>
        </message>
        <message numerus="yes">
            <source>%n of these commit(s) are published: whoever has them has to bring both histories together.</source>
            <translation>
                <numerusform>%n dieser Commits ist veröffentlicht: Wer ihn hat, muss beide Verläufe zusammenführen.</numerusform>
                <numerusform>%n dieser Commits sind veröffentlicht: Wer sie hat, muss beide Verläufe zusammenführen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dropped</source>
            <translation>
                <numerusform>%n weggelassen</numerusform>
                <numerusform>%n weggelassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n joined</source>
            <translation>
                <numerusform>%n zusammengefasst</numerusform>
                <numerusform>%n zusammengefasst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reworded</source>
            <translation>
                <numerusform>%n umformuliert</numerusform>
                <numerusform>%n umformuliert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be edited</source>
            <translation>
                <numerusform>%n zu bearbeiten</numerusform>
                <numerusform>%n zu bearbeiten</numerusform>
            </translation>
        </message>
        <message>
            <source>reordered</source>
            <translation>umgeordnet</translation>
        </message>
        <message>
            <source>The rebase is running</source>
            <translation>Der Rebase läuft</translation>
        </message>
        <message>
            <source>Nothing is planned</source>
            <translation>Nichts ist geplant</translation>
        </message>
        <message>
            <source>Another operation is in progress</source>
            <translation>Ein anderer Vorgang ist im Gange</translation>
        </message>
        <message>
            <source>The branch has moved since this was read</source>
            <translation>Der Branch hat sich bewegt, seit dies gelesen wurde</translation>
        </message>
        <message>
            <source>Nothing is changed</source>
            <translation>Nichts ist geändert</translation>
        </message>
        <message numerus="yes">
            <source>The rebase stopped at conflicts in %n file(s)</source>
            <translation>
                <numerusform>Der Rebase hielt bei Konflikten in %n Datei an</numerusform>
                <numerusform>Der Rebase hielt bei Konflikten in %n Dateien an</numerusform>
            </translation>
        </message>
        <message>
            <source>The rebase stopped for a commit to be edited</source>
            <translation>Der Rebase hielt an, damit ein Commit bearbeitet werden kann</translation>
        </message>
        <message>
            <source>Rebased %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>Rebase von %1 abgeschlossen</translation>
        </message>
    </context>
    <context>
        <name>RebaseItems</name>
        <message>
            <source>published</source>
            <translation>veröffentlicht</translation>
        </message>
        <message>
            <source>The first commit has none before it to be joined with</source>
            <translation>Vor dem ersten Commit steht keiner, mit dem er sich zusammenfassen ließe</translation>
        </message>
        <message>
            <source>A reworded commit has no message</source>
            <translation>Ein umformulierter Commit hat keine Nachricht</translation>
        </message>
        <message>
            <source>pick</source>
            <translation>übernehmen</translation>
        </message>
        <message>
            <source>reword</source>
            <translation>umformulieren</translation>
        </message>
        <message>
            <source>squash</source>
            <translation>squash</translation>
        </message>
        <message>
            <source>fixup</source>
            <translation>fixup</translation>
        </message>
        <message>
            <source>drop</source>
            <translation>weglassen</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>bearbeiten</translation>
        </message>
    </context>
    <context>
        <name>RebasePage</name>
        <message>
            <source>Plan an interactive rebase</source>
            <translation>Interaktiven Rebase planen</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Reword</source>
            <translation>Umformulieren</translation>
        </message>
        <message>
            <source>Squash</source>
            <translation>Squash</translation>
        </message>
        <message>
            <source>Fixup</source>
            <translation>Fixup</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Weglassen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Start the rebase</source>
            <translation>Rebase starten</translation>
        </message>
        <message>
            <source>Close the plan</source>
            <translation>Plan schließen</translation>
        </message>
        <message>
            <source>Rebasing</source>
            <translation>Rebase läuft</translation>
        </message>
        <message>
            <source>Message of both; empty: one behind the other</source>
            <translation>Nachricht für beide; leer: eine nach der anderen</translation>
        </message>
        <message>
            <source>Message of %1</source>
            <translation>Nachricht von %1</translation>
        </message>
        <message numerus="yes">
            <source>Rebase %n commit(s)</source>
            <translation>
                <numerusform>%n Commit rebasen</numerusform>
                <numerusform>%n Commits rebasen</numerusform>
            </translation>
        </message>
        <message>
            <source>Message of the commit</source>
            <translation>Nachricht des Commits</translation>
        </message>
        <message>
            <source>Steps, the oldest commit first</source>
            <translation>Schritte, der älteste Commit zuerst</translation>
        </message>
        <message>
            <source>The oldest commit comes first, as Git carries it out.</source>
            <translation>Der älteste Commit kommt zuerst, so wie Git es ausführt.</translation>
        </message>
        <message>
            <source>Reading commits</source>
            <translation>Commits werden gelesen</translation>
        </message>
        <message>
            <source>Nothing to rebase</source>
            <translation>Nichts zu rebasen</translation>
        </message>
        <message>
            <source>Choose a commit on the History page, and there “Rebase interactively from here” or “Rebase onto this commit”. Without one, the commits that are not on the upstream branch are listed here.</source>
            <translation>Auf der Seite „Verlauf“ einen Commit auswählen und dort „Ab hier interaktiv rebasen“ oder „Auf diesen Commit rebasen“. Ohne einen solchen sind hier die Commits aufgelistet, die nicht auf dem Upstream-Branch sind.</translation>
        </message>
        <message>
            <source>Rebase without the hook…</source>
            <translation>Ohne den Hook rebasen…</translation>
        </message>
        <message>
            <source>Rebase without the hook</source>
            <translation>Ohne den Hook rebasen</translation>
        </message>
        <message>
            <source>The pre-rebase hook refused this rebase. Without it, what it checks is not checked. This holds for this one rebase.</source>
            <translation>Der pre-rebase-Hook hat diesen Rebase abgelehnt. Ohne ihn wird nicht geprüft, was er prüft. Das gilt nur für diesen einen Rebase.</translation>
        </message>
    </context>
    <context>
        <name>RefItems</name>
        <message>
            <source>no commit</source>
            <translation>kein Commit</translation>
        </message>
        <message>
            <source>Local</source>
            <translation>Lokal</translation>
        </message>
        <message>
            <source>Remote</source>
            <translation>Remote</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>Stashes</source>
            <translation>Stashes</translation>
        </message>
        <message>
            <source>Work trees</source>
            <translation>Worktrees</translation>
        </message>
        <message>
            <source>%1, %2, open</source>
            <translation>%1, %2, aufgeklappt</translation>
        </message>
        <message>
            <source>%1, %2, closed</source>
            <translation>%1, %2, zugeklappt</translation>
        </message>
        <message>
            <source>checked out</source>
            <translation>ausgecheckt</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>ausgeblendet</translation>
        </message>
        <message>
            <source>%1 leads to no commit, so it has no row in history.</source>
            <translation>%1 führt zu keinem Commit und hat darum keine Zeile im Verlauf.</translation>
        </message>
    </context>
    <context>
        <name>RefLabels</name>
        <message>
            <source>truncated</source>
            <translation>abgeschnitten</translation>
        </message>
        <message>
            <source>last change of %1</source>
            <translation>letzte Änderung von %1</translation>
        </message>
        <message>
            <source>history is truncated here</source>
            <translation>der Verlauf ist hier abgeschnitten</translation>
        </message>
        <message>
            <source>tag %1</source>
            <translation>Tag %1</translation>
        </message>
        <message>
            <source>%1, checked out</source>
            <translation>%1, ausgecheckt</translation>
        </message>
        <message>
            <source>%1, the same on %2</source>
            <translation>%1, ebenso auf %2</translation>
        </message>
        <message>
            <source>%1, checked out in %2</source>
            <translation>%1, ausgecheckt in %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weitere</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RefList</name>
        <message>
            <source>Show in history</source>
            <translation>Im Verlauf anzeigen</translation>
        </message>
        <message>
            <source>Hide from history</source>
            <translation>Im Verlauf ausblenden</translation>
        </message>
    </context>
    <context>
        <name>RefPanel</name>
        <message>
            <source>Filter refs</source>
            <translation>Refs filtern</translation>
        </message>
        <message>
            <source>Refs</source>
            <translation>Refs</translation>
        </message>
        <message>
            <source>&amp;Go to its commit</source>
            <translation>Zum &amp;Commit gehen</translation>
        </message>
        <message>
            <source>&amp;Copy name</source>
            <translation>Namen &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Show in history</source>
            <translation>Im Verlauf &amp;anzeigen</translation>
        </message>
        <message>
            <source>&amp;Hide from history</source>
            <translation>Im Verlauf aus&amp;blenden</translation>
        </message>
        <message>
            <source>HEAD's branch is always shown</source>
            <translation>Der Branch von HEAD ist immer eingeblendet</translation>
        </message>
        <message>
            <source>Show &amp;only this</source>
            <translation>&amp;Nur dies anzeigen</translation>
        </message>
        <message>
            <source>Show &amp;all</source>
            <translation>Alle an&amp;zeigen</translation>
        </message>
    </context>
    <context>
        <name>ReflogController</name>
        <message numerus="yes">
            <source>The newest %n move(s)</source>
            <translation>
                <numerusform>Die neueste Bewegung (%n)</numerusform>
                <numerusform>Die neuesten %n Bewegungen</numerusform>
            </translation>
        </message>
        <message>
            <source>Refs have moved since: look again</source>
            <translation>Refs haben sich seither bewegt: noch einmal nachsehen</translation>
        </message>
        <message numerus="yes">
            <source>The newest %n of %1</source>
            <extracomment>%1: a larger number</extracomment>
            <translation>
                <numerusform>Die neueste (%n) von %1</numerusform>
                <numerusform>Die neuesten %n von %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReflogItems</name>
        <message>
            <source>(no message)</source>
            <translation>(keine Nachricht)</translation>
        </message>
        <message>
            <source>the commit is gone</source>
            <translation>der Commit ist nicht mehr da</translation>
        </message>
        <message>
            <source>kept for undo</source>
            <translation>zum Rückgängigmachen aufbewahrt</translation>
        </message>
    </context>
    <context>
        <name>ReflogPage</name>
        <message>
            <source>Reflog of…</source>
            <translation>Reflog von…</translation>
        </message>
        <message>
            <source>Look for lost commits</source>
            <translation>Verlorene Commits suchen</translation>
        </message>
        <message>
            <source>Stop looking</source>
            <translation>Suche anhalten</translation>
        </message>
        <message>
            <source>Show older moves</source>
            <translation>Ältere Bewegungen anzeigen</translation>
        </message>
        <message>
            <source>Show in History</source>
            <translation>Im Verlauf anzeigen</translation>
        </message>
        <message>
            <source>Compare with where it was before</source>
            <translation>Mit dem Stand davor vergleichen</translation>
        </message>
        <message>
            <source>Copy commit id</source>
            <translation>Commit-ID kopieren</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>Close the reflog</source>
            <translation>Reflog schließen</translation>
        </message>
        <message>
            <source>Looks at every object of the repository</source>
            <translation>Sieht jedes Objekt des Repositorys an</translation>
        </message>
        <message>
            <source>Shows what the move changed, not what the commit did</source>
            <translation>Zeigt, was die Bewegung geändert hat, nicht, was der Commit getan hat</translation>
        </message>
        <message>
            <source>Commit</source>
            <translation>Commit</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Reflog</source>
            <translation>Reflog</translation>
        </message>
        <message>
            <source>Git keeps where HEAD and each branch have been.</source>
            <translation>Git hält fest, wo HEAD und jeder Branch waren.</translation>
        </message>
        <message>
            <source>HEAD, or the name of a branch</source>
            <translation>HEAD oder der Name eines Branchs</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>There is no branch of this name.</source>
            <translation>Es gibt keinen Branch dieses Namens.</translation>
        </message>
        <message>
            <source>This commit is gone from the repository</source>
            <translation>Dieser Commit ist nicht mehr im Repository</translation>
        </message>
        <message>
            <source>Reading the differences</source>
            <translation>Unterschiede werden gelesen</translation>
        </message>
        <message>
            <source>Nothing is chosen</source>
            <translation>Nichts ist ausgewählt</translation>
        </message>
        <message>
            <source>No file is different</source>
            <translation>Keine Datei unterscheidet sich</translation>
        </message>
        <message>
            <source>Reading the reflog</source>
            <translation>Reflog wird gelesen</translation>
        </message>
        <message>
            <source>Looking for lost commits</source>
            <translation>Verlorene Commits werden gesucht</translation>
        </message>
        <message>
            <source>Looking for lost commits: %1 objects so far</source>
            <translation>Verlorene Commits werden gesucht: bisher %1 Objekte</translation>
        </message>
        <message>
            <source>No moves of %1 are recorded</source>
            <extracomment>%1: HEAD, or a branch</extracomment>
            <translation>Von %1 sind keine Bewegungen festgehalten</translation>
        </message>
        <message>
            <source>Git keeps where HEAD and branches have been in repositories with a work tree, unless core.logAllRefUpdates says otherwise, and forgets it after some months.</source>
            <translation>Git hält in Repositorys mit Arbeitsverzeichnis fest, wo HEAD und Branches waren, sofern core.logAllRefUpdates nichts anderes sagt, und vergisst es nach einigen Monaten.</translation>
        </message>
        <message>
            <source>No commit is lost</source>
            <translation>Kein Commit ist verloren</translation>
        </message>
        <message>
            <source>Branches, tags, the stash or HEAD lead to every commit that is there.</source>
            <translation>Branches, Tags, der Stash oder HEAD führen zu jedem Commit, der da ist.</translation>
        </message>
        <message>
            <source>Lost commits</source>
            <translation>Verlorene Commits</translation>
        </message>
        <message>
            <source>Commits that no branch, tag or stash leads to any more: of a deleted branch, a dropped stash, a reset or a rebase. Git keeps them for some weeks. To find them it looks at every object, which takes some seconds in a large repository.</source>
            <translation>Commits, zu denen kein Branch, kein Tag und kein Stash mehr führt: von einem gelöschten Branch, einem entfernten Stash, einem Zurücksetzen oder einem Rebase. Git bewahrt sie einige Wochen auf. Um sie zu finden, wird jedes Objekt angesehen, was in einem großen Repository einige Sekunden dauert.</translation>
        </message>
        <message>
            <source>Moves or lost commits</source>
            <translation>Bewegungen oder verlorene Commits</translation>
        </message>
        <message>
            <source>Files of the commit</source>
            <translation>Dateien des Commits</translation>
        </message>
        <message>
            <source>Differences of the commit</source>
            <translation>Unterschiede des Commits</translation>
        </message>
        <message>
            <source>Moves and lost commits</source>
            <translation>Bewegungen und verlorene Commits</translation>
        </message>
    </context>
    <context>
        <name>RemoteActionsController</name>
        <message>
            <source>Adding %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>%1 wird hinzugefügt</translation>
        </message>
        <message>
            <source>Added the remote %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Remote %1 hinzugefügt</translation>
        </message>
        <message>
            <source>Renaming %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>%1 wird umbenannt</translation>
        </message>
        <message>
            <source>%1 is %2 now</source>
            <extracomment>%1 and %2: names of a remote</extracomment>
            <translation>%1 heißt jetzt %2</translation>
        </message>
        <message>
            <source>Changing the address of %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Adresse von %1 wird geändert</translation>
        </message>
        <message>
            <source>Changed the address of %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Adresse von %1 geändert</translation>
        </message>
        <message>
            <source>Removing %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>%1 wird entfernt</translation>
        </message>
        <message>
            <source>Removed the remote %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Remote %1 entfernt</translation>
        </message>
    </context>
    <context>
        <name>RemoteDialog</name>
        <message>
            <source>Addresses of %1</source>
            <translation>Adressen von %1</translation>
        </message>
        <message>
            <source>Add remote</source>
            <translation>Remote hinzufügen</translation>
        </message>
        <message>
            <source>Where it is fetched from</source>
            <translation>Von wo abgerufen wird</translation>
        </message>
        <message>
            <source>%1, as it is</source>
            <extracomment>%1: an address, its password masked</extracomment>
            <translation>%1, wie bisher</translation>
        </message>
        <message>
            <source>Name of the remote</source>
            <translation>Name des Remotes</translation>
        </message>
        <message>
            <source>Address to fetch from</source>
            <translation>Adresse zum Abrufen</translation>
        </message>
        <message>
            <source>Address to push to</source>
            <translation>Adresse zum Pushen</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Adresse</translation>
        </message>
        <message>
            <source>&amp;Push to</source>
            <translation>&amp;Push nach</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
    </context>
    <context>
        <name>RemotesController</name>
        <message>
            <source>That is its name already.</source>
            <translation>Das ist bereits der Name.</translation>
        </message>
        <message>
            <source>There is a remote “%1” already.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Es gibt bereits ein Remote „%1“.</translation>
        </message>
        <message>
            <source>“%1” stands in the way: a name cannot be a folder of others as well.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>„%1“ steht im Weg: Ein Name kann nicht zugleich Ordner für andere sein.</translation>
        </message>
    </context>
    <context>
        <name>RemotesPage</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weiterer</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Add remote…</source>
            <translation>Remote hinzufügen…</translation>
        </message>
        <message>
            <source>Fetch</source>
            <translation>Abrufen</translation>
        </message>
        <message>
            <source>Fetch and prune</source>
            <translation>Abrufen und aufräumen</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Change addresses…</source>
            <translation>Adressen ändern…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Close remotes</source>
            <translation>Remotes schließen</translation>
        </message>
        <message>
            <source>Fetches, and drops the branches here that are gone at the remote</source>
            <translation>Ruft ab und entfernt hier die Branches, die beim Remote nicht mehr da sind</translation>
        </message>
        <message>
            <source>Rename %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>%1 umbenennen</translation>
        </message>
        <message>
            <source>Its branches here and what follows them are renamed along.</source>
            <translation>Seine Branches hier und alles, was ihnen folgt, werden mit umbenannt.</translation>
        </message>
        <message>
            <source>New name of the remote</source>
            <translation>Neuer Name des Remotes</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>%1 (%2) is taken out of the configuration.</source>
            <extracomment>%1: name of a remote; %2: its address</extracomment>
            <translation>%1 (%2) wird aus der Konfiguration genommen.</translation>
        </message>
        <message numerus="yes">
            <source>%n remote branch(es) go with it: %1. A fetch from the address brings back what is still there.</source>
            <extracomment>%1: branches</extracomment>
            <translation>
                <numerusform>%n Remote-Branch geht mit: %1. Erneutes Abrufen von der Adresse bringt zurück, was dort noch ist.</numerusform>
                <numerusform>%n Remote-Branches gehen mit: %1. Erneutes Abrufen von der Adresse bringt zurück, was dort noch ist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n branch(es) then follow nothing: %1.</source>
            <extracomment>%1: branches</extracomment>
            <translation>
                <numerusform>%n Branch folgt dann nichts mehr: %1.</numerusform>
                <numerusform>%n Branches folgen dann nichts mehr: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove remote</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Remote entfernen</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 entfernen</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>dieselbe</translation>
        </message>
        <message>
            <source>none: a fetch brings no branches</source>
            <translation>keine: Abrufen bringt keine Branches</translation>
        </message>
        <message>
            <source>Nothing of it is fetched yet</source>
            <translation>Davon ist noch nichts abgerufen</translation>
        </message>
        <message numerus="yes">
            <source>%n remote branch(es) here</source>
            <translation>
                <numerusform>%n Remote-Branch hier</numerusform>
                <numerusform>%n Remote-Branches hier</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetched from</source>
            <translation>Abgerufen von</translation>
        </message>
        <message>
            <source>Pushed to</source>
            <translation>Gepusht nach</translation>
        </message>
        <message>
            <source>Fetch settings</source>
            <translation>Abruf-Einstellungen</translation>
        </message>
        <message>
            <source>Branches of the remote</source>
            <translation>Branches des Remotes</translation>
        </message>
        <message>
            <source>Remotes</source>
            <translation>Remotes</translation>
        </message>
        <message>
            <source>Reading the remotes</source>
            <translation>Remotes werden gelesen</translation>
        </message>
        <message>
            <source>No remotes</source>
            <translation>Keine Remotes</translation>
        </message>
        <message>
            <source>A remote is another repository, of which branches are fetched and to which they are pushed.</source>
            <translation>Ein Remote ist ein anderes Repository, von dem Branches abgerufen und zu dem sie gepusht werden.</translation>
        </message>
    </context>
    <context>
        <name>RepositoryController</name>
        <message>
            <source>The repository is no longer there.</source>
            <translation>Das Repository ist nicht mehr da.</translation>
        </message>
        <message>
            <source>If its folder was moved, open it at its new place; if it is on a share or a drive, connect that and try again.</source>
            <translation>Wurde sein Ordner verschoben, am neuen Ort öffnen; liegt es auf einer Freigabe oder einem Laufwerk, diese verbinden und erneut versuchen.</translation>
        </message>
        <message>
            <source>HEAD cannot be read</source>
            <translation>HEAD lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>git fsck in a terminal says what is damaged</source>
            <translation>git fsck in einem Terminal sagt, was beschädigt ist</translation>
        </message>
    </context>
    <context>
        <name>RepositoryHeader</name>
        <message>
            <source>merging</source>
            <translation>Merge läuft</translation>
        </message>
        <message>
            <source>rebasing</source>
            <translation>Rebase läuft</translation>
        </message>
        <message>
            <source>cherry-picking</source>
            <translation>Cherry-Pick läuft</translation>
        </message>
        <message>
            <source>reverting</source>
            <translation>Revert läuft</translation>
        </message>
        <message>
            <source>bisecting</source>
            <translation>Bisect läuft</translation>
        </message>
        <message>
            <source>applying patches</source>
            <translation>Patches werden angewendet</translation>
        </message>
        <message>
            <source>detached at %1</source>
            <extracomment>%1 an abbreviated commit id</extracomment>
            <translation>losgelöst bei %1</translation>
        </message>
        <message>
            <source>%1 (no commits yet)</source>
            <extracomment>%1 a branch name</extracomment>
            <translation>%1 (noch keine Commits)</translation>
        </message>
        <message>
            <source>HEAD cannot be read</source>
            <translation>HEAD lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>Reading only</source>
            <translation>Nur lesen</translation>
        </message>
        <message>
            <source>This repository is not trusted; nothing it names is started</source>
            <translation>Diesem Repository wird nicht vertraut; nichts, was es nennt, wird gestartet</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) ahead of the upstream branch</source>
            <translation>
                <numerusform>%n Commit vor dem Upstream-Branch</numerusform>
                <numerusform>%n Commits vor dem Upstream-Branch</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) behind the upstream branch</source>
            <translation>
                <numerusform>%n Commit hinter dem Upstream-Branch</numerusform>
                <numerusform>%n Commits hinter dem Upstream-Branch</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RepositoryView</name>
        <message>
            <source>Opening…</source>
            <translation>Wird geöffnet…</translation>
        </message>
        <message>
            <source>Open repository…</source>
            <translation>Repository öffnen…</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>Tab schließen</translation>
        </message>
    </context>
    <context>
        <name>RepositoryWatcher</name>
        <message>
            <source>This repository has more folders than the system can watch for it, so changes are looked for every few seconds. A higher fs.inotify.max_user_watches avoids that.</source>
            <translation>Dieses Repository hat mehr Ordner, als das System dafür überwachen kann, darum wird alle paar Sekunden nach Änderungen gesucht. Ein höheres fs.inotify.max_user_watches vermeidet das.</translation>
        </message>
        <message>
            <source>The system does not tell of changes in this repository's folder, so they are looked for every few seconds.</source>
            <translation>Das System meldet keine Änderungen im Ordner dieses Repositorys, darum wird alle paar Sekunden danach gesucht.</translation>
        </message>
    </context>
    <context>
        <name>ResultEditor</name>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
    </context>
    <context>
        <name>RevisionList</name>
        <message>
            <source>Commits that changed the file</source>
            <translation>Commits, die die Datei geändert haben</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsEditor</name>
        <message>
            <source>No command fits</source>
            <translation>Kein Befehl passt</translation>
        </message>
        <message>
            <source>Type to find a command or a key</source>
            <translation>Befehl oder Taste eintippen, um zu suchen</translation>
        </message>
        <message>
            <source>Find a command or a key</source>
            <translation>Befehl oder Taste suchen</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>New keys</source>
            <translation>Neue Tasten</translation>
        </message>
        <message>
            <source>No keys</source>
            <translation>Keine Tasten</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Alle zurücksetzen</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <source>Changed; without keys of its own</source>
            <translation>Geändert; ohne eigene Tasten</translation>
        </message>
        <message>
            <source>Changed; its own: %1</source>
            <translation>Geändert; eigene: %1</translation>
        </message>
        <message>
            <source>“%1” (%2)</source>
            <extracomment>%1 a command, %2 the menu or page it stands in</extracomment>
            <translation>„%1“ (%2)</translation>
        </message>
        <message>
            <source>%1 is used by %2.</source>
            <extracomment>%1 keys, %2 commands</extracomment>
            <translation>%1 wird von %2 verwendet.</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translation>Übernehmen</translation>
        </message>
        <message numerus="yes">
            <source>The keys of %n command(s) are their own again.</source>
            <translation>
                <numerusform>%n Befehl hat wieder die eigenen Tasten.</numerusform>
                <numerusform>%n Befehle haben wieder die eigenen Tasten.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig machen</translation>
        </message>
    </context>
    <context>
        <name>SignatureMarks</name>
        <message>
            <source>good signature</source>
            <translation>gültige Signatur</translation>
        </message>
        <message>
            <source>signature by a doubtful key</source>
            <translation>Signatur mit zweifelhaftem Schlüssel</translation>
        </message>
        <message>
            <source>bad signature</source>
            <translation>ungültige Signatur</translation>
        </message>
        <message>
            <source>signed, not verified</source>
            <translation>signiert, nicht geprüft</translation>
        </message>
    </context>
    <context>
        <name>StashActionsController</name>
        <message>
            <source>This is a bare repository: it has no changes to stash.</source>
            <translation>Dies ist ein Bare-Repository: Es hat keine Änderungen, die sich stashen ließen.</translation>
        </message>
        <message>
            <source>There is no commit yet, and a stash stands on one.</source>
            <translation>Es gibt noch keinen Commit, und ein Stash baut auf einem auf.</translation>
        </message>
        <message>
            <source>Make the first commit, then stash.</source>
            <translation>Erst den ersten Commit erstellen, dann stashen.</translation>
        </message>
        <message>
            <source>Stashing changes</source>
            <translation>Änderungen werden gestasht</translation>
        </message>
        <message>
            <source>Stashed: %1</source>
            <extracomment>%1: the words a stash has</extracomment>
            <translation>Gestasht: %1</translation>
        </message>
        <message>
            <source>Stashing lines</source>
            <translation>Zeilen werden gestasht</translation>
        </message>
        <message numerus="yes">
            <source>The stash was applied with conflicts in %n file(s), and it was kept.</source>
            <translation>
                <numerusform>Der Stash wurde mit Konflikten in %n Datei angewendet und wurde behalten.</numerusform>
                <numerusform>Der Stash wurde mit Konflikten in %n Dateien angewendet und wurde behalten.</numerusform>
            </translation>
        </message>
        <message>
            <source>These files hold both sides now. Resolve and stage them; no merge is in progress, so there is nothing to continue or abort.</source>
            <translation>Diese Dateien enthalten jetzt beide Seiten. Auflösen und vormerken; es ist kein Merge im Gange, also gibt es nichts fortzusetzen oder abzubrechen.</translation>
        </message>
        <message>
            <source>Applying the stash</source>
            <translation>Stash wird angewendet</translation>
        </message>
        <message>
            <source>Applied: %1</source>
            <extracomment>%1: the words a stash has</extracomment>
            <translation>Angewendet: %1</translation>
        </message>
        <message>
            <source>The stash was applied, but it could not be dropped.</source>
            <translation>Der Stash wurde angewendet, konnte aber nicht entfernt werden.</translation>
        </message>
        <message>
            <source>Applied and dropped: %1. Undo lists it again.</source>
            <extracomment>%1: the words a stash has</extracomment>
            <translation>Angewendet und entfernt: %1. „Rückgängig machen“ nimmt ihn wieder in die Liste auf.</translation>
        </message>
        <message>
            <source>Dropping the stash</source>
            <translation>Stash wird entfernt</translation>
        </message>
        <message>
            <source>Dropped: %1. Undo brings it back.</source>
            <extracomment>%1: the words a stash has</extracomment>
            <translation>Entfernt: %1. „Rückgängig machen“ bringt ihn zurück.</translation>
        </message>
        <message>
            <source>Making a branch of the stash</source>
            <translation>Branch wird aus dem Stash erstellt</translation>
        </message>
        <message>
            <source>Checked out %1 with the stash applied. Undo lists the stash again.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 ausgecheckt, der Stash ist angewendet. „Rückgängig machen“ nimmt den Stash wieder in die Liste auf.</translation>
        </message>
    </context>
    <context>
        <name>StashDialog</name>
        <message>
            <source>All changes</source>
            <translation>Alle Änderungen</translation>
        </message>
        <message>
            <source>Untracked files too</source>
            <translation>Auch unversionierte Dateien</translation>
        </message>
        <message>
            <source>What is staged also stays staged</source>
            <translation>Vorgemerktes bleibt auch vorgemerkt</translation>
        </message>
        <message>
            <source>Stash changes</source>
            <translation>Änderungen stashen</translation>
        </message>
        <message numerus="yes">
            <source>The %n chosen file(s)</source>
            <translation>
                <numerusform>Die %n ausgewählte Datei</numerusform>
                <numerusform>Die %n ausgewählten Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %n selected line(s)</source>
            <translation>
                <numerusform>Die %n markierte Zeile</numerusform>
                <numerusform>Die %n markierten Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Message of the stash</source>
            <translation>Nachricht des Stashes</translation>
        </message>
        <message>
            <source>Message; without one Git names the commit it was made on</source>
            <translation>Nachricht; ohne sie nennt Git den Commit, auf dem er erstellt wurde</translation>
        </message>
        <message>
            <source>Stash</source>
            <translation>Stashen</translation>
        </message>
        <message>
            <source>What is staged as deleted or renamed can only be stashed with all else.</source>
            <translation>Was als gelöscht oder umbenannt vorgemerkt ist, lässt sich nur mit allem anderen stashen.</translation>
        </message>
        <message>
            <source>The lines are taken out of the work tree. What is staged stays and is not in the stash.</source>
            <translation>Die Zeilen werden aus dem Arbeitsverzeichnis genommen. Vorgemerktes bleibt und ist nicht im Stash.</translation>
        </message>
        <message>
            <source>What is staged goes into the stash and stays where it is; all else is taken out of the work tree.</source>
            <translation>Vorgemerktes kommt in den Stash und bleibt, wo es ist; alles andere wird aus dem Arbeitsverzeichnis genommen.</translation>
        </message>
        <message>
            <source>The work tree is then as the last commit; untracked files go into the stash, ignored ones stay.</source>
            <translation>Das Arbeitsverzeichnis ist dann wie der letzte Commit; unversionierte Dateien kommen in den Stash, ignorierte bleiben.</translation>
        </message>
        <message>
            <source>These files are then as in the last commit.</source>
            <translation>Diese Dateien sind dann wie im letzten Commit.</translation>
        </message>
        <message>
            <source>The work tree is then as the last commit; untracked and ignored files stay.</source>
            <translation>Das Arbeitsverzeichnis ist dann wie der letzte Commit; unversionierte und ignorierte Dateien bleiben.</translation>
        </message>
        <message>
            <source>These files are then as in the last commit; those that are not tracked go into the stash.</source>
            <translation>Diese Dateien sind dann wie im letzten Commit; unversionierte kommen in den Stash.</translation>
        </message>
    </context>
    <context>
        <name>StashItems</name>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n Datei</numerusform>
                <numerusform>%n Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>Without a message</source>
            <translation>Ohne Nachricht</translation>
        </message>
        <message>
            <source>WIP on %1</source>
            <extracomment>%1: the short id and the subject of a commit; "WIP": work in progress, Git's own word</extracomment>
            <translation>WIP auf %1</translation>
        </message>
        <message>
            <source>no branch</source>
            <translation>kein Branch</translation>
        </message>
        <message>
            <source>on %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>auf %1</translation>
        </message>
    </context>
    <context>
        <name>StashPage</name>
        <message>
            <source>Parts of the stash</source>
            <translation>Teile des Stashes</translation>
        </message>
        <message>
            <source>Files of the stash</source>
            <translation>Dateien des Stashes</translation>
        </message>
        <message>
            <source>Differences of the stash</source>
            <translation>Unterschiede des Stashes</translation>
        </message>
        <message>
            <source>Stashes</source>
            <translation>Stashes</translation>
        </message>
        <message>
            <source>Go to Changes</source>
            <translation>Zu den Änderungen</translation>
        </message>
        <message>
            <source>Reading the stash</source>
            <translation>Stash wird gelesen</translation>
        </message>
        <message>
            <source>Nothing is stashed</source>
            <translation>Nichts ist gestasht</translation>
        </message>
        <message>
            <source>A stash puts changes away, so that the work tree is as the last commit, and brings them back later, on this branch or another one.</source>
            <translation>Ein Stash legt Änderungen beiseite, sodass das Arbeitsverzeichnis wie der letzte Commit ist, und bringt sie später zurück, auf diesem Branch oder einem anderen.</translation>
        </message>
        <message>
            <source>Show the stashes</source>
            <translation>Stashes anzeigen</translation>
        </message>
        <message>
            <source>Stash changes…</source>
            <translation>Änderungen stashen…</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <source>Apply and restage</source>
            <translation>Anwenden und vormerken</translation>
        </message>
        <message>
            <source>Pop</source>
            <translation>Anwenden und entfernen</translation>
        </message>
        <message>
            <source>Branch…</source>
            <translation>Branch…</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>Close the stash</source>
            <translation>Stash schließen</translation>
        </message>
        <message>
            <source>Brings the changes into the work tree and keeps the stash</source>
            <translation>Bringt die Änderungen ins Arbeitsverzeichnis und behält den Stash</translation>
        </message>
        <message>
            <source>The same, and what was staged is staged again</source>
            <translation>Dasselbe, und was vorgemerkt war, wird wieder vorgemerkt</translation>
        </message>
        <message>
            <source>Applies the stash, and drops it when there was no conflict</source>
            <translation>Wendet den Stash an und entfernt ihn, wenn es keinen Konflikt gab</translation>
        </message>
        <message>
            <source>Makes a branch at the commit the stash was made on, with the stash applied</source>
            <translation>Erstellt einen Branch bei dem Commit, auf dem der Stash erstellt wurde, mit dem Stash angewendet</translation>
        </message>
        <message>
            <source>Removes the stash; Undo brings it back</source>
            <translation>Entfernt den Stash; „Rückgängig machen“ bringt ihn zurück</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Branch from the stash</source>
            <translation>Branch aus dem Stash</translation>
        </message>
        <message>
            <source>At %1, where the stash was made. It is checked out, the stash applied as it was staged, and then dropped.</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>Bei %1, wo der Stash erstellt wurde. Der Branch wird ausgecheckt, der Stash so angewendet, wie er vorgemerkt war, und dann entfernt.</translation>
        </message>
        <message>
            <source>Name of the branch</source>
            <translation>Name des Branchs</translation>
        </message>
        <message>
            <source>Make the branch</source>
            <translation>Branch erstellen</translation>
        </message>
        <message>
            <source>on %1</source>
            <extracomment>%1: a branch</extracomment>
            <translation>auf %1</translation>
        </message>
        <message>
            <source>made on %1</source>
            <extracomment>%1: the short id of a commit</extracomment>
            <translation>erstellt auf %1</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Of it staged</source>
            <translation>Davon vorgemerkt</translation>
        </message>
        <message>
            <source>Untracked</source>
            <translation>Unversioniert</translation>
        </message>
        <message>
            <source>This stash is damaged: it cannot be read.</source>
            <translation>Dieser Stash ist beschädigt: Er lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>Reading the differences</source>
            <translation>Unterschiede werden gelesen</translation>
        </message>
        <message>
            <source>This stash changes no files</source>
            <translation>Dieser Stash ändert keine Dateien</translation>
        </message>
    </context>
    <context>
        <name>StateFile</name>
        <message>
            <source>The window state could not be read: %1</source>
            <translation>Der Fensterzustand konnte nicht gelesen werden: %1</translation>
        </message>
        <message>
            <source>it is too large</source>
            <translation>er ist zu groß</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>er ist beschädigt</translation>
        </message>
        <message>
            <source>another version wrote it</source>
            <translation>eine andere Version hat ihn geschrieben</translation>
        </message>
        <message>
            <source>The window state was not used because %1; it is kept as %2.</source>
            <extracomment>%1 a reason such as "it is damaged", %2 a file name</extracomment>
            <translation>Der Fensterzustand wurde nicht verwendet: %1; er ist als %2 aufbewahrt.</translation>
        </message>
    </context>
    <context>
        <name>StateStack</name>
        <message>
            <source>Loading…</source>
            <translation>Wird geladen…</translation>
        </message>
        <message>
            <source>What is shown is as of %1.</source>
            <extracomment>%1 a time such as 14:02</extracomment>
            <translation>Angezeigt wird der Stand von %1.</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 what is being done, such as "Committing"</extracomment>
            <translation>
                <numerusform>%1 und %n weiterer</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Read at %1</source>
            <extracomment>%1 a time of day such as 14:02</extracomment>
            <translation>Gelesen um %1</translation>
        </message>
    </context>
    <context>
        <name>SubmoduleDialog</name>
        <message>
            <source>Add submodule</source>
            <translation>Submodul hinzufügen</translation>
        </message>
        <message>
            <source>Address of the submodule</source>
            <translation>Adresse des Submoduls</translation>
        </message>
        <message>
            <source>Path in the work tree</source>
            <translation>Pfad im Arbeitsverzeichnis</translation>
        </message>
        <message>
            <source>Branch of the submodule</source>
            <translation>Branch des Submoduls</translation>
        </message>
        <message>
            <source>The one the repository names</source>
            <translation>Der vom Repository vorgegebene</translation>
        </message>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Adresse</translation>
        </message>
        <message>
            <source>&amp;Path</source>
            <translation>&amp;Pfad</translation>
        </message>
        <message>
            <source>&amp;Branch</source>
            <translation>&amp;Branch</translation>
        </message>
        <message>
            <source>It is cloned, and staged together with .gitmodules.</source>
            <translation>Es wird geklont und zusammen mit .gitmodules vorgemerkt.</translation>
        </message>
    </context>
    <context>
        <name>SubmoduleUpdates</name>
        <message>
            <source>Updating submodules</source>
            <translation>Submodule werden aktualisiert</translation>
        </message>
        <message numerus="yes">
            <source>%n submodule(s) at the recorded commit</source>
            <translation>
                <numerusform>%n Submodul beim festgehaltenen Commit</numerusform>
                <numerusform>%n Submodule beim festgehaltenen Commit</numerusform>
            </translation>
        </message>
        <message>
            <source>Adding a submodule</source>
            <translation>Submodul wird hinzugefügt</translation>
        </message>
        <message>
            <source>Added %1, which is staged and not committed yet</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 hinzugefügt: vorgemerkt und noch nicht committet</translation>
        </message>
    </context>
    <context>
        <name>SubmoduleWrites</name>
        <message>
            <source>Deinitialising %1</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 wird deinitialisiert</translation>
        </message>
        <message>
            <source>%1 is not checked out any more</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 ist nicht mehr ausgecheckt</translation>
        </message>
        <message>
            <source>Taking the address over</source>
            <translation>Adresse wird übernommen</translation>
        </message>
        <message>
            <source>%1 has the address of .gitmodules</source>
            <translation>%1 hat die Adresse aus .gitmodules</translation>
        </message>
        <message>
            <source>%1 is at %2 now</source>
            <translation>%1 hat jetzt die Adresse %2</translation>
        </message>
    </context>
    <context>
        <name>TargetDialog</name>
        <message>
            <source>Follow it from now on</source>
            <translation>Ihm von nun an folgen</translation>
        </message>
        <message>
            <source>Pull from</source>
            <translation>Pull von</translation>
        </message>
        <message>
            <source>Push to</source>
            <translation>Push nach</translation>
        </message>
        <message>
            <source>Remote</source>
            <translation>Remote</translation>
        </message>
        <message>
            <source>Branch there</source>
            <translation>Branch dort</translation>
        </message>
        <message>
            <source>Pull</source>
            <translation>Pullen</translation>
        </message>
        <message>
            <source>Push</source>
            <translation>Pushen</translation>
        </message>
        <message>
            <source>Nothing of this remote is fetched yet: fetch first.</source>
            <translation>Von diesem Remote ist noch nichts abgerufen: erst abrufen.</translation>
        </message>
    </context>
    <context>
        <name>Text</name>
        <message>
            <source>The repository; without it that of a hook, else of the current folder</source>
            <translation>Das Repository; ohne Angabe das eines Hooks, sonst das des aktuellen Ordners</translation>
        </message>
        <message>
            <source>Print the result as JSON</source>
            <translation>Das Ergebnis als JSON ausgeben</translation>
        </message>
        <message>
            <source>Print the result and errors only</source>
            <translation>Nur das Ergebnis und Fehler ausgeben</translation>
        </message>
        <message>
            <source>Reach for no network</source>
            <translation>Nicht auf das Netzwerk zugreifen</translation>
        </message>
        <message>
            <source>auto, always or never; auto colours on a terminal unless NO_COLOR is set</source>
            <translation>auto, always oder never; auto färbt auf einem Terminal, wenn NO_COLOR nicht gesetzt ist</translation>
        </message>
        <message>
            <source>Take the repository as trusted for this run: programs it names may run</source>
            <translation>Dem Repository bei diesem Lauf vertrauen: Programme, die es nennt, dürfen laufen</translation>
        </message>
        <message>
            <source>Show this help</source>
            <translation>Diese Hilfe zeigen</translation>
        </message>
        <message>
            <source>Usage: %1</source>
            <translation>Aufruf: %1</translation>
        </message>
        <message>
            <source>Examples:</source>
            <translation>Beispiele:</translation>
        </message>
        <message>
            <source>ai-cli COMMAND --help explains a command.</source>
            <translation>ai-cli COMMAND --help erklärt einen Befehl.</translation>
        </message>
        <message>
            <source>Exit codes: 0 done, 1 findings, 2 usage or nothing to do, 3 not found, 4 denied, 5 conflict, 6 offline or timeout, 7 a tool failed, 70 bug, 130 cancelled.</source>
            <translation>Rückgabewerte: 0 fertig, 1 Befunde, 2 falscher Aufruf oder nichts zu tun, 3 nicht gefunden, 4 verweigert, 5 Konflikt, 6 offline oder Zeitüberschreitung, 7 ein Programm schlug fehl, 70 Programmfehler, 130 abgebrochen.</translation>
        </message>
        <message>
            <source>%1 does not take “%2”</source>
            <translation>%1 nimmt „%2“ nicht an</translation>
        </message>
        <message>
            <source>--color takes auto, always or never, not “%1”</source>
            <translation>--color nimmt auto, always oder never, nicht „%1“</translation>
        </message>
        <message>
            <source>--repo takes a folder</source>
            <translation>--repo nimmt einen Ordner</translation>
        </message>
        <message>
            <source>There is no option “%1”</source>
            <translation>Es gibt keine Option „%1“</translation>
        </message>
        <message>
            <source>--%1 takes no value</source>
            <translation>--%1 nimmt keinen Wert</translation>
        </message>
        <message>
            <source>A value is missing behind “%1”</source>
            <translation>Nach „%1“ fehlt ein Wert</translation>
        </message>
        <message>
            <source>ai-cli %1 --help shows what it takes</source>
            <translation>ai-cli %1 --help zeigt, was möglich ist</translation>
        </message>
        <message>
            <source>No command given</source>
            <translation>Kein Befehl angegeben</translation>
        </message>
        <message>
            <source>ai-cli --help lists the commands</source>
            <translation>ai-cli --help listet die Befehle auf</translation>
        </message>
        <message>
            <source>“%1” stands where the command belongs</source>
            <translation>„%1“ steht dort, wo der Befehl hingehört</translation>
        </message>
        <message>
            <source>Options come after the command: ai-cli COMMAND [options]</source>
            <translation>Optionen kommen nach dem Befehl: ai-cli COMMAND [options]</translation>
        </message>
        <message>
            <source>There is no command “%1”</source>
            <translation>Es gibt keinen Befehl „%1“</translation>
        </message>
        <message>
            <source>There is no commit yet</source>
            <translation>Es gibt noch keinen Commit</translation>
        </message>
        <message>
            <source>The diff is empty, so there is nothing to describe</source>
            <translation>Der Diff ist leer, also gibt es nichts zu beschreiben</translation>
        </message>
        <message>
            <source>Nothing is staged, so there is nothing to describe</source>
            <translation>Nichts ist vorgemerkt, also gibt es nichts zu beschreiben</translation>
        </message>
        <message>
            <source>Stage changes with `git add` first, or give a diff</source>
            <translation>Zuerst Änderungen mit `git add` vormerken oder einen Diff angeben</translation>
        </message>
        <message>
            <source>The diff is larger than 256 MiB</source>
            <translation>Der Diff ist größer als 256 MiB</translation>
        </message>
        <message>
            <source>Draft a commit message for what is staged, or for a diff</source>
            <translation>Eine Commit-Nachricht für das Vorgemerkte oder für einen Diff entwerfen</translation>
        </message>
        <message>
            <source>Draft for what is staged; this is what happens anyway</source>
            <translation>Für das Vorgemerkte entwerfen; das geschieht ohnehin</translation>
        </message>
        <message>
            <source>--staged and a diff exclude each other</source>
            <translation>--staged und ein Diff schließen einander aus</translation>
        </message>
        <message>
            <source>Say in plain words what the staged changes, or those of a diff, do</source>
            <translation>In einfachen Worten sagen, was die vorgemerkten Änderungen oder die eines Diffs tun</translation>
        </message>
        <message>
            <source>Describe the diff; this is what happens anyway</source>
            <translation>Den Diff beschreiben; das geschieht ohnehin</translation>
        </message>
        <message>
            <source>Clone a repository</source>
            <translation>Ein Repository klonen</translation>
        </message>
        <message>
            <source>check this branch out</source>
            <translation>diesen Branch auschecken</translation>
        </message>
        <message>
            <source>only the newest commits</source>
            <translation>nur die neuesten Commits</translation>
        </message>
        <message>
            <source>clone takes an address</source>
            <translation>clone nimmt eine Adresse</translation>
        </message>
        <message>
            <source>--depth takes a number of commits from 1 on</source>
            <translation>--depth nimmt eine Anzahl von Commits ab 1</translation>
        </message>
        <message>
            <source>The address does not name a folder: say which one</source>
            <translation>Die Adresse benennt keinen Ordner: angeben, welcher es sein soll</translation>
        </message>
        <message>
            <source>Cloned into %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>Geklont nach %1</translation>
        </message>
        <message>
            <source>git could not make the sample repository</source>
            <translation>git konnte das Beispiel-Repository nicht anlegen</translation>
        </message>
        <message>
            <source>%1 could not be written</source>
            <translation>%1 konnte nicht geschrieben werden</translation>
        </message>
        <message>
            <source>Make a sample repository to try things on; always the same one; DIR is new or empty</source>
            <translation>Ein Beispiel-Repository zum Ausprobieren anlegen; immer dasselbe; DIR ist neu oder leer</translation>
        </message>
        <message>
            <source>Name the folder to make</source>
            <translation>Den Ordner nennen, der angelegt werden soll</translation>
        </message>
        <message>
            <source>%1 is not empty</source>
            <translation>%1 ist nicht leer</translation>
        </message>
        <message>
            <source>Name a new or an empty folder</source>
            <translation>Einen neuen oder leeren Ordner nennen</translation>
        </message>
        <message>
            <source>A sample repository is in %1</source>
            <translation>Ein Beispiel-Repository ist in %1</translation>
        </message>
        <message>
            <source>git is not installed</source>
            <translation>git ist nicht installiert</translation>
        </message>
        <message>
            <source>Install the package git</source>
            <translation>Das Paket git installieren</translation>
        </message>
        <message>
            <source>%1 could not be made</source>
            <translation>%1 konnte nicht angelegt werden</translation>
        </message>
        <message>
            <source>There is no environment “%1”</source>
            <translation>Es gibt keine Umgebung „%1“</translation>
        </message>
        <message>
            <source>This repository describes no environments</source>
            <translation>Dieses Repository beschreibt keine Umgebungen</translation>
        </message>
        <message>
            <source>There are: %1</source>
            <translation>Es gibt: %1</translation>
        </message>
        <message>
            <source>Compare an environment in Git with a recorded snapshot or another environment</source>
            <translation>Eine Umgebung in Git mit einem aufgezeichneten Snapshot oder einer anderen Umgebung vergleichen</translation>
        </message>
        <message>
            <source>The environment</source>
            <translation>Die Umgebung</translation>
        </message>
        <message>
            <source>What kubectl get -o yaml printed there</source>
            <translation>Was kubectl get -o yaml dort ausgegeben hat</translation>
        </message>
        <message>
            <source>The other environment</source>
            <translation>Die andere Umgebung</translation>
        </message>
        <message>
            <source>Name the environment with --environment</source>
            <translation>Die Umgebung mit --environment nennen</translation>
        </message>
        <message>
            <source>--snapshot and --against exclude each other</source>
            <translation>--snapshot und --against schließen einander aus</translation>
        </message>
        <message>
            <source>Comparing %1 with itself says nothing</source>
            <translation>%1 mit sich selbst zu vergleichen, sagt nichts aus</translation>
        </message>
        <message>
            <source>%1 is not part of this comparison: it describes no Kubernetes objects</source>
            <translation>%1 gehört nicht zu diesem Vergleich: Es beschreibt keine Kubernetes-Objekte</translation>
        </message>
        <message>
            <source>Whether %1 has drifted is not known</source>
            <translation>Ob es in %1 Drift gibt, ist nicht bekannt</translation>
        </message>
        <message>
            <source>With --trust kustomize may render it</source>
            <translation>Mit --trust darf kustomize es rendern</translation>
        </message>
        <message>
            <source>There is no snapshot to compare with</source>
            <translation>Es gibt keinen Snapshot zum Vergleichen</translation>
        </message>
        <message>
            <source>Give one with --snapshot, or compare with another environment by --against</source>
            <translation>Einen mit --snapshot angeben oder durch --against mit einer anderen Umgebung vergleichen</translation>
        </message>
        <message>
            <source>the object</source>
            <translation>das Objekt</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(nichts)</translation>
        </message>
        <message>
            <source>      by:   %1</source>
            <translation>      von:  %1</translation>
        </message>
        <message>
            <source>Not listed: versions that differ: %1, other differences that are expected: %2; --json has them</source>
            <translation>Nicht aufgelistet: abweichende Versionen: %1, andere erwartete Unterschiede: %2; mit --json sind sie dabei</translation>
        </message>
        <message>
            <source>Git</source>
            <translation>Git</translation>
        </message>
        <message>
            <source>live</source>
            <translation>live</translation>
        </message>
        <message>
            <source>%1 against %2</source>
            <translation>%1 gegen %2</translation>
        </message>
        <message>
            <source>%1 objects compared, %2 drifts</source>
            <translation>%1 Objekte verglichen, %2 Drifts</translation>
        </message>
        <message>
            <source>%1: unknown. %2</source>
            <translation>%1: unbekannt. %2</translation>
        </message>
        <message>
            <source>unreadable</source>
            <translation>unlesbar</translation>
        </message>
        <message>
            <source>  %1 behind</source>
            <translation>  %1 zurück</translation>
        </message>
        <message>
            <source>  ahead of %1</source>
            <translation>  vor %1</translation>
        </message>
        <message>
            <source>Show which environments there are and what runs in each</source>
            <translation>Zeigen, welche Umgebungen es gibt und was in jeder läuft</translation>
        </message>
        <message>
            <source>No environments found: no folders or files differ by an environment's name alone</source>
            <translation>Keine Umgebungen gefunden: Keine Ordner oder Dateien unterscheiden sich nur durch den Namen einer Umgebung</translation>
        </message>
        <message>
            <source>--%1 takes %2, not “%3”</source>
            <translation>--%1 nimmt %2, nicht „%3“</translation>
        </message>
        <message>
            <source>There is no commit yet on %1</source>
            <translation>Auf %1 gibt es noch keinen Commit</translation>
        </message>
        <message>
            <source>--all shows those of the other branches, --from NAME one of them.</source>
            <translation>--all zeigt die der anderen Branches, --from NAME einen davon.</translation>
        </message>
        <message>
            <source>Behind “%1”: %2</source>
            <extracomment>%1: a part of what was typed, %2: a sentence</extracomment>
            <translation>Nach „%1“: %2</translation>
        </message>
        <message>
            <source>-n takes a number from 1 to %1, not “%2”</source>
            <translation>-n nimmt eine Zahl von 1 bis %1, nicht „%2“</translation>
        </message>
        <message>
            <source>--columns takes a number from 0 on, not “%1”</source>
            <translation>--columns nimmt eine Zahl ab 0, nicht „%1“</translation>
        </message>
        <message>
            <source>--all and --from exclude each other</source>
            <translation>--all und --from schließen einander aus</translation>
        </message>
        <message>
            <source>Show history, newest first, or what a query finds in it</source>
            <translation>Den Verlauf zeigen, das Neueste zuerst, oder was eine Suche darin findet</translation>
        </message>
        <message>
            <source>Draw the graph beside the commits</source>
            <translation>Den Graphen neben den Commits zeichnen</translation>
        </message>
        <message>
            <source>Start from every ref, not from HEAD alone</source>
            <translation>Bei jedem Ref beginnen, nicht nur bei HEAD</translation>
        </message>
        <message>
            <source>Start from this commit, branch or tag</source>
            <translation>Bei diesem Commit, Branch oder Tag beginnen</translation>
        </message>
        <message>
            <source>Stop after N commits</source>
            <translation>Nach N Commits aufhören</translation>
        </message>
        <message>
            <source>topo: lines stay together, as in git log --graph; or date</source>
            <translation>topo: Linien bleiben beisammen, wie bei git log --graph; oder date</translation>
        </message>
        <message>
            <source>Follow first parents only</source>
            <translation>Nur ersten Eltern-Commits folgen</translation>
        </message>
        <message>
            <source>short; or id: nothing but what the graph knows</source>
            <translation>short; oder id: nichts, als was der Graph weiß</translation>
        </message>
        <message>
            <source>Fold the graph at N columns; 24 by default, 0: never</source>
            <translation>Den Graphen bei N Spalten falten; 24, wenn nicht angegeben, 0: nie</translation>
        </message>
        <message>
            <source>What must not be found goes behind “--”: ai-cli log -- -message:merge. “-n 5” stops after 5 commits.</source>
            <translation>Was nicht gefunden werden darf, steht nach „--“: ai-cli log -- -message:merge. „-n 5“ hört nach 5 Commits auf.</translation>
        </message>
        <message>
            <source>ai-cli log --help shows what it takes</source>
            <translation>ai-cli log --help zeigt, was möglich ist</translation>
        </message>
        <message>
            <source>There is no ref “%1”</source>
            <translation>Es gibt keinen Ref „%1“</translation>
        </message>
        <message>
            <source>Of a deleted branch, HEAD may still know: ai-cli reflog; or ai-cli reflog --lost</source>
            <translation>Einen gelöschten Branch kennt HEAD vielleicht noch: ai-cli reflog; oder ai-cli reflog --lost</translation>
        </message>
        <message>
            <source>No moves of %1 are recorded</source>
            <translation>Von %1 sind keine Bewegungen festgehalten</translation>
        </message>
        <message>
            <source>(kept for undo)</source>
            <translation>(zum Rückgängigmachen aufbewahrt)</translation>
        </message>
        <message>
            <source>%1 were found, the newest are shown</source>
            <translation>%1 wurden gefunden, die neuesten werden gezeigt</translation>
        </message>
        <message>
            <source>No commit is lost</source>
            <translation>Kein Commit ist verloren</translation>
        </message>
        <message>
            <source>Show where HEAD or a branch has been, or the commits that nothing leads to</source>
            <translation>Zeigen, wo HEAD oder ein Branch war, oder die Commits, zu denen nichts führt</translation>
        </message>
        <message>
            <source>Look for commits that no branch, tag or stash leads to</source>
            <translation>Commits suchen, zu denen kein Branch, kein Tag und kein Stash führt</translation>
        </message>
        <message>
            <source>Stop after N entries; 100 by default</source>
            <translation>Nach N Einträgen aufhören; 100, wenn nicht angegeben</translation>
        </message>
        <message>
            <source>--lost and a ref exclude each other</source>
            <translation>--lost und ein Ref schließen einander aus</translation>
        </message>
        <message>
            <source>(pushes to %1)</source>
            <translation>(pusht nach %1)</translation>
        </message>
        <message>
            <source>There are no remotes</source>
            <translation>Es gibt keine Remotes</translation>
        </message>
        <message numerus="yes">
            <source>Removed %1 and %n remote branch(es)</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>
                <numerusform>%1 und %n Remote-Branch entfernt</numerusform>
                <numerusform>%1 und %n Remote-Branches entfernt</numerusform>
            </translation>
        </message>
        <message>
            <source>List, add, rename, readdress and remove remotes</source>
            <translation>Remotes auflisten, hinzufügen, umbenennen, entfernen und ihre Adressen ändern</translation>
        </message>
        <message>
            <source>set-url: the address to push to; without URL that of fetching</source>
            <translation>set-url: die Adresse zum Pushen; ohne URL die zum Abrufen</translation>
        </message>
        <message>
            <source>Passwords in addresses are shown as ***, and refused in new ones: Git would store them as plain text.</source>
            <translation>Passwörter in Adressen werden als *** gezeigt und in neuen abgelehnt: Git würde sie als Klartext speichern.</translation>
        </message>
        <message>
            <source>remote takes list, add, rename, set-url or remove</source>
            <translation>remote nimmt list, add, rename, set-url oder remove</translation>
        </message>
        <message>
            <source>--push goes with set-url</source>
            <translation>--push gehört zu set-url</translation>
        </message>
        <message>
            <source>remote %1 takes other arguments</source>
            <translation>remote %1 nimmt andere Argumente</translation>
        </message>
        <message>
            <source>ai-cli remote --help shows what it takes</source>
            <translation>ai-cli remote --help zeigt, was möglich ist</translation>
        </message>
        <message>
            <source>Added %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>%1 hinzugefügt</translation>
        </message>
        <message>
            <source>%1 is %2 now</source>
            <extracomment>%1 and %2: names of a remote</extracomment>
            <translation>%1 heißt jetzt %2</translation>
        </message>
        <message>
            <source>Changed the address of %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Adresse von %1 geändert</translation>
        </message>
        <message>
            <source>detached at %1</source>
            <translation>losgelöst bei %1</translation>
        </message>
        <message>
            <source>%1, no commit yet</source>
            <translation>%1, noch kein Commit</translation>
        </message>
        <message>
            <source>HEAD cannot be read</source>
            <translation>HEAD lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>Locked: %1 is held by %2, since %3</source>
            <extracomment>%1: path of a lock file; %2: such as "git (process 1234)"; %3: a moment</extracomment>
            <translation>Gesperrt: %1 wird von %2 gehalten, seit %3</translation>
        </message>
        <message>
            <source>Locked: %1 was left behind at %2 by a program that ended; when nothing works here from another computer or a container either, remove that file</source>
            <extracomment>%1: path of a lock file; %2: a moment</extracomment>
            <translation>Gesperrt: %1 wurde von einem Programm zurückgelassen, das nicht mehr läuft (%2); wenn hier auch von einem anderen Rechner oder Container aus nichts arbeitet, diese Datei entfernen</translation>
        </message>
        <message>
            <source>Locked: %1 is there since %2; who holds it cannot be told from here</source>
            <extracomment>%1: path of a lock file; %2: a moment</extracomment>
            <translation>Gesperrt: %1 ist seit %2 da; wer die Sperre hält, lässt sich von hier aus nicht sagen</translation>
        </message>
        <message>
            <source>On %1</source>
            <translation>Auf %1</translation>
        </message>
        <message>
            <source>, %1 ahead, %2 behind</source>
            <translation>, %1 voraus, %2 zurück</translation>
        </message>
        <message>
            <source>Staged:</source>
            <translation>Vorgemerkt:</translation>
        </message>
        <message>
            <source>Not staged:</source>
            <translation>Nicht vorgemerkt:</translation>
        </message>
        <message>
            <source>Bare repository: there is no work tree</source>
            <translation>Bare-Repository: Es gibt kein Arbeitsverzeichnis</translation>
        </message>
        <message>
            <source>Nothing to commit</source>
            <translation>Nichts zu committen</translation>
        </message>
        <message>
            <source>Show the branch and what is staged and not staged</source>
            <translation>Den Branch zeigen und was vorgemerkt und nicht vorgemerkt ist</translation>
        </message>
        <message>
            <source>in conflict</source>
            <translation>im Konflikt</translation>
        </message>
        <message>
            <source>not initialised</source>
            <translation>nicht initialisiert</translation>
        </message>
        <message>
            <source>not checked out</source>
            <translation>nicht ausgecheckt</translation>
        </message>
        <message>
            <source>at %1</source>
            <extracomment>%1: an abbreviated commit id</extracomment>
            <translation>bei %1</translation>
        </message>
        <message>
            <source>no commit</source>
            <translation>kein Commit</translation>
        </message>
        <message>
            <source>changed content</source>
            <translation>geänderter Inhalt</translation>
        </message>
        <message>
            <source>untracked content</source>
            <translation>unversionierter Inhalt</translation>
        </message>
        <message>
            <source>This repository has no submodules</source>
            <translation>Dieses Repository hat keine Submodule</translation>
        </message>
        <message>
            <source>%1 is at %2 now</source>
            <extracomment>%1: path of a submodule; %2: its address</extracomment>
            <translation>%1 hat jetzt die Adresse %2</translation>
        </message>
        <message>
            <source>Every initialised submodule has the address of .gitmodules</source>
            <translation>Jedes initialisierte Submodul hat die Adresse aus .gitmodules</translation>
        </message>
        <message>
            <source>update: also those that are not initialised</source>
            <translation>update: auch die, die nicht initialisiert sind</translation>
        </message>
        <message>
            <source>update: and the submodules in them</source>
            <translation>update: auch die Submodule darin</translation>
        </message>
        <message>
            <source>%1 is at its recorded commit</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 ist bei seinem festgehaltenen Commit</translation>
        </message>
        <message>
            <source>There was no submodule to update</source>
            <translation>Es gab kein Submodul zu aktualisieren</translation>
        </message>
        <message>
            <source>Passed over: %1, as %2</source>
            <extracomment>%1: such as "Discarded web.yaml"; %2: such as "main has moved on since"</extracomment>
            <translation>Übergangen: %1, denn %2</translation>
        </message>
        <message>
            <source>There is nothing to undo in this work tree</source>
            <translation>In diesem Worktree gibt es nichts rückgängig zu machen</translation>
        </message>
        <message>
            <source>There is no record “%1”</source>
            <translation>Es gibt keinen Eintrag „%1“</translation>
        </message>
        <message>
            <source>ai-cli undo list shows them</source>
            <translation>ai-cli undo list zeigt sie</translation>
        </message>
        <message>
            <source>%1: its lines cannot be shown</source>
            <translation>%1: Die Zeilen lassen sich nicht zeigen</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <extracomment>%1: such as "Discarded web.yaml"</extracomment>
            <translation>Rückgängig gemacht: %1</translation>
        </message>
        <message>
            <source>The record holds more than the files and stays</source>
            <translation>Der Eintrag enthält mehr als die Dateien und bleibt</translation>
        </message>
        <message>
            <source>List, show and take back discards, resets, deleted branches and the like</source>
            <translation>Verworfenes, Zurückgesetztes, gelöschte Branches und dergleichen auflisten, zeigen und zurückholen</translation>
        </message>
        <message>
            <source>apply: bring the files back, and no branch</source>
            <translation>apply: die Dateien zurückholen, und keinen Branch</translation>
        </message>
        <message>
            <source>undo takes list, show or apply</source>
            <translation>undo nimmt list, show oder apply</translation>
        </message>
        <message>
            <source>undo takes list, show or apply, not “%1”</source>
            <translation>undo nimmt list, show oder apply, nicht „%1“</translation>
        </message>
        <message>
            <source>Name the record, or “last”</source>
            <translation>Den Eintrag nennen, oder „last“</translation>
        </message>
        <message>
            <source>undo list takes no name</source>
            <translation>undo list nimmt keinen Namen</translation>
        </message>
        <message>
            <source>--files-only goes with apply</source>
            <translation>--files-only gehört zu apply</translation>
        </message>
        <message>
            <source>HEAD is damaged</source>
            <translation>HEAD ist beschädigt</translation>
        </message>
        <message>
            <source>here</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>bare</source>
            <translation>bare</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>locked: %1</source>
            <translation>gesperrt: %1</translation>
        </message>
        <message>
            <source>folder is missing</source>
            <translation>Ordner fehlt</translation>
        </message>
        <message>
            <source>There is no work tree in %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>In %1 gibt es keinen Worktree</translation>
        </message>
        <message>
            <source>ai-cli worktree list shows them</source>
            <translation>ai-cli worktree list zeigt sie</translation>
        </message>
        <message>
            <source>Forgot %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 vergessen</translation>
        </message>
        <message>
            <source>No work tree is gone</source>
            <translation>Kein Worktree ist verschwunden</translation>
        </message>
        <message>
            <source>List, add, remove and prune work trees of the repository</source>
            <translation>Worktrees des Repositorys auflisten, hinzufügen, entfernen und aufräumen</translation>
        </message>
        <message>
            <source>add: check this branch out</source>
            <translation>add: diesen Branch auschecken</translation>
        </message>
        <message>
            <source>add: make the branch first</source>
            <translation>add: zuerst den Branch erstellen</translation>
        </message>
        <message>
            <source>add: where a new branch, or HEAD on none, begins; else at HEAD</source>
            <translation>add: wo ein neuer Branch, oder HEAD auf keinem, beginnt; sonst bei HEAD</translation>
        </message>
        <message>
            <source>remove refuses where changes, untracked files, commits on no branch or an operation in progress
would be lost; ignored files go with the folder.</source>
            <translation>remove weigert sich, wo Änderungen, unversionierte Dateien, Commits auf keinem Branch oder ein
Vorgang im Gange verloren gingen; ignorierte Dateien gehen mit dem Ordner.</translation>
        </message>
        <message>
            <source>worktree takes list, add, remove or prune</source>
            <translation>worktree nimmt list, add, remove oder prune</translation>
        </message>
        <message>
            <source>Name the folder of the work tree</source>
            <translation>Den Ordner des Worktrees nennen</translation>
        </message>
        <message>
            <source>worktree %1 takes no folder</source>
            <translation>worktree %1 nimmt keinen Ordner</translation>
        </message>
        <message>
            <source>--branch, --new and --from go with add</source>
            <translation>--branch, --new und --from gehören zu add</translation>
        </message>
        <message>
            <source>--new needs --branch</source>
            <translation>--new braucht --branch</translation>
        </message>
        <message>
            <source>--from goes with a new branch, or with none</source>
            <translation>--from gehört zu einem neuen Branch, oder zu keinem</translation>
        </message>
        <message>
            <source>Made the work tree %1</source>
            <translation>Worktree %1 erstellt</translation>
        </message>
        <message>
            <source>Removed the work tree %1</source>
            <translation>Worktree %1 entfernt</translation>
        </message>
        <message>
            <source>“%1” was searched for as text. What “%3” leads to and “%2” does not: ai-cli log --from %3 -- -branch:%2</source>
            <translation>„%1“ wurde als Text gesucht. Wozu „%3“ führt und „%2“ nicht: ai-cli log --from %3 -- -branch:%2</translation>
        </message>
        <message>
            <source>“%1” was searched for as text. To start there: ai-cli log --from %1</source>
            <translation>„%1“ wurde als Text gesucht. Um dort zu beginnen: ai-cli log --from %1</translation>
        </message>
        <message>
            <source>There is a commit %1, but not in the history that was searched. To start there: ai-cli log --from %1</source>
            <translation>Es gibt einen Commit %1, aber nicht im durchsuchten Verlauf. Um dort zu beginnen: ai-cli log --from %1</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>Nichts wurde gefunden.</translation>
        </message>
        <message>
            <source>The result could not be written</source>
            <translation>Das Ergebnis konnte nicht geschrieben werden</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) cannot be read; git fsck says what is damaged.</source>
            <translation>
                <numerusform>%n Commit lässt sich nicht lesen; git fsck sagt, was beschädigt ist.</numerusform>
                <numerusform>%n Commits lassen sich nicht lesen; git fsck sagt, was beschädigt ist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>History ends at %n commit(s): what is before is not in this shallow clone.</source>
            <translation>
                <numerusform>Der Verlauf endet bei %n Commit: Was davor ist, ist nicht in diesem flachen Klon.</numerusform>
                <numerusform>Der Verlauf endet bei %n Commits: Was davor ist, ist nicht in diesem flachen Klon.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are left out: their parents go round in a circle.</source>
            <translation>
                <numerusform>%n Commit ist weggelassen: Seine Eltern-Commits laufen im Kreis.</numerusform>
                <numerusform>%n Commits sind weggelassen: Ihre Eltern-Commits laufen im Kreis.</numerusform>
            </translation>
        </message>
        <message>
            <source>blob:none: contents of files only when Git needs them</source>
            <translation>blob:none: Dateiinhalte erst, wenn Git sie braucht</translation>
        </message>
        <message>
            <source>submodules too, and those in them</source>
            <translation>auch die Submodule und die Submodule darin</translation>
        </message>
        <message>
            <source>FOLDER is made, or is empty; without it the address names it. What fails or is interrupted leaves nothing; a submodule that cannot be had is said, and the clone stays.
Nobody is asked for passwords: credential helpers and the SSH agent answer. Progress goes to standard error, with --json as one object a line.</source>
            <translation>FOLDER wird angelegt oder ist leer; ohne Angabe benennt ihn die Adresse. Was fehlschlägt oder unterbrochen wird, hinterlässt nichts; ein Submodul, das nicht zu bekommen ist, wird genannt, und der Klon bleibt.
Niemand wird nach Passwörtern gefragt: Credential-Helper und der SSH-Agent antworten. Der Fortschritt geht auf die Standardfehlerausgabe, mit --json als ein Objekt pro Zeile.</translation>
        </message>
        <message>
            <source>--filter takes blob:none</source>
            <translation>--filter nimmt blob:none</translation>
        </message>
        <message>
            <source>The clone is in %1, but not all of its submodules: %2</source>
            <extracomment>%1: a path, %2: a sentence</extracomment>
            <translation>Der Klon ist in %1, aber nicht alle seine Submodule: %2</translation>
        </message>
        <message>
            <source>“ai-cli submodule update --init --recursive” goes on</source>
            <translation>„ai-cli submodule update --init --recursive“ macht weiter</translation>
        </message>
        <message>
            <source>Make an empty repository</source>
            <translation>Ein leeres Repository anlegen</translation>
        </message>
        <message>
            <source>the first branch; without it init.defaultBranch names it</source>
            <translation>der erste Branch; ohne Angabe benennt ihn init.defaultBranch</translation>
        </message>
        <message>
            <source>FOLDER is made when it is not there, and files in it stay; without it the current folder is taken. One that is a repository already is left alone.</source>
            <translation>FOLDER wird angelegt, wenn er nicht da ist, und Dateien darin bleiben; ohne Angabe gilt der aktuelle Ordner. Einer, der schon ein Repository ist, bleibt unberührt.</translation>
        </message>
        <message>
            <source>--branch takes a name</source>
            <translation>--branch nimmt einen Namen</translation>
        </message>
        <message>
            <source>Made a repository in %1, on %2</source>
            <extracomment>%1: a path; %2: name of a branch</extracomment>
            <translation>Repository in %1 angelegt, auf %2</translation>
        </message>
        <message>
            <source>--json: also what takes reading the differences</source>
            <translation>--json: auch das, wozu die Unterschiede gelesen werden müssen</translation>
        </message>
        <message>
            <source>none, untracked, dirty or all, whatever is configured</source>
            <translation>none, untracked, dirty oder all, was auch immer konfiguriert ist</translation>
        </message>
        <message>
            <source>--ignore-submodules takes none, untracked, dirty or all</source>
            <translation>--ignore-submodules nimmt none, untracked, dirty oder all</translation>
        </message>
        <message>
            <source>--contents goes with --json</source>
            <translation>--contents gehört zu --json</translation>
        </message>
        <message>
            <source>With --json everything is there that the Changes page shows; with --contents also what takes
reading the differences:
repository, bare, shallow, linkedWorktree, readOnlyReasons, problems
head {state, branch, commit}; upstream {name, ref, gone} or null; ahead and behind, if known
operation, or null: kind, branch, onto, commit, subject, step, steps, remaining,
canContinue, canSkip
conflicts: path, kind, binary, lfs, submodule, markers; resolved: paths, of conflicts before
locks: path, since, stale, holder {process, name} or null; a stale one was left by a program that
ended: it is yours to remove, for nothing here removes a lock without being asked
staged and unstaged: path, status, oldPath, oldMode, newMode; folder: it stands for all in it;
submodule {oldCommit, newCommit, changedContent, untrackedContent}; encoding and filter (such as
lfs) that a file goes through on its way into Git
trust {state, couldRun}: what the repository itself would have Git run
with --contents: added, removed: lines; notShown: why there are none; text {old, new}: how the
bytes stand for characters; lfs {old, new}: pointers, {sha256, size} or null; hidden {character,
count}: what hides or reorders text; moved: lines; onlyWhitespace: parts in which nothing else
changed
signing {commit, tag, format, key}: what Git would sign, by configuration; key: or null
undo, or null: meaning, when, commit: what would be taken back next
stashes, undoRecords: how many; messageDraft: a message was begun for this branch
A name that is not UTF-8 has a second field, such as pathBytes: its bytes in base64.</source>
            <translation>Mit --json ist alles da, was die Seite „Änderungen“ zeigt; mit --contents auch das, wozu die
Unterschiede gelesen werden müssen:
repository, bare, shallow, linkedWorktree, readOnlyReasons, problems
head {state, branch, commit}; upstream {name, ref, gone} oder null; ahead und behind, falls bekannt
operation oder null: kind, branch, onto, commit, subject, step, steps, remaining,
canContinue, canSkip
conflicts: path, kind, binary, lfs, submodule, markers; resolved: Pfade früherer Konflikte
locks: path, since, stale, holder {process, name} oder null; stale: von einem beendeten Programm
zurückgelassen, von Hand zu entfernen, denn hier wird keine Sperre ungefragt entfernt
staged und unstaged: path, status, oldPath, oldMode, newMode; folder: steht für alles darin;
submodule {oldCommit, newCommit, changedContent, untrackedContent}; encoding und filter (wie etwa
lfs), die eine Datei auf dem Weg zu Git durchläuft
trust {state, couldRun}: was das Repository selbst von Git ausführen ließe
mit --contents: added, removed: Zeilen; notShown: warum es keine gibt; text {old, new}: wie die
Bytes für Zeichen stehen; lfs {old, new}: Zeiger, {sha256, size} oder null; hidden {character,
count}: was Text verbirgt oder umordnet; moved: Zeilen; onlyWhitespace: Abschnitte, in denen sich
sonst nichts geändert hat
signing {commit, tag, format, key}: was Git laut Konfiguration signieren würde; key: oder null
undo oder null: meaning, when, commit: was als Nächstes zurückgenommen würde
stashes, undoRecords: wie viele; messageDraft: für diesen Branch wurde eine Nachricht begonnen
Ein Name, der nicht UTF-8 ist, hat ein zweites Feld wie pathBytes: seine Bytes in base64.</translation>
        </message>
        <message>
            <source>Added %1 and staged it</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 hinzugefügt und vorgemerkt</translation>
        </message>
        <message>
            <source>%1 is not checked out any more</source>
            <extracomment>%1: path of a submodule</extracomment>
            <translation>%1 ist nicht mehr ausgecheckt</translation>
        </message>
        <message>
            <source>List, add, update and deinitialise submodules</source>
            <translation>Submodule auflisten, hinzufügen, aktualisieren und deinitialisieren</translation>
        </message>
        <message>
            <source>add: check this branch out, and note it</source>
            <translation>add: diesen Branch auschecken und eintragen</translation>
        </message>
        <message>
            <source>deinit: also with changes, which are recorded in the submodule</source>
            <translation>deinit: auch mit Änderungen, die im Submodul festgehalten werden</translation>
        </message>
        <message>
            <source>update fetches what is missing and checks the recorded commits out. Without PATH it takes all.
Nobody is asked for passwords.
add clones and stages; a folder of this machine only where protocol.file.allow says always.
sync takes addresses that were changed in .gitmodules over.
deinit empties the folder and forgets the address; the clone stays, and “update --init” brings all back but what was ignored.</source>
            <translation>update ruft ab, was fehlt, und checkt die festgehaltenen Commits aus. Ohne PATH gilt es für alle.
Niemand wird nach Passwörtern gefragt.
add klont und merkt vor; einen Ordner dieses Computers nur, wo protocol.file.allow auf always steht.
sync übernimmt Adressen, die in .gitmodules geändert wurden.
deinit leert den Ordner und vergisst die Adresse; der Klon bleibt, und „update --init“ holt alles zurück, nur Ignoriertes nicht.</translation>
        </message>
        <message>
            <source>submodule takes list, add, update, sync or deinit</source>
            <translation>submodule nimmt list, add, update, sync oder deinit</translation>
        </message>
        <message>
            <source>--%1 goes with %2, not with %3</source>
            <extracomment>%1: an option without its dashes, %2 and %3: words as typed</extracomment>
            <translation>--%1 gehört zu %2, nicht zu %3</translation>
        </message>
        <message>
            <source>submodule list takes no path</source>
            <translation>submodule list nimmt keinen Pfad</translation>
        </message>
        <message>
            <source>submodule add takes an address and at most a path</source>
            <translation>submodule add nimmt eine Adresse und höchstens einen Pfad</translation>
        </message>
        <message>
            <source>submodule deinit takes paths</source>
            <translation>submodule deinit nimmt Pfade</translation>
        </message>
        <message>
            <source>Commit %1 cannot be read</source>
            <translation>Commit %1 kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>`git fsck` says more</source>
            <translation>`git fsck` sagt mehr</translation>
        </message>
        <message>
            <source>The history is cut off, so that commits may be missing</source>
            <translation>Der Verlauf ist abgeschnitten, sodass Commits fehlen können</translation>
        </message>
        <message>
            <source>Fetch all of it: `git fetch --unshallow`; in a pipeline, fetch-depth: 0</source>
            <translation>Alles abrufen: `git fetch --unshallow`; in einer Pipeline fetch-depth: 0</translation>
        </message>
        <message>
            <source>Say which part of the version the commits since the last release move</source>
            <translation>Sagen, welchen Teil der Version die Commits seit dem letzten Release erhöhen</translation>
        </message>
        <message>
            <source>Since the highest version tag that HEAD has; this is what happens anyway</source>
            <translation>Seit dem höchsten Versions-Tag, den HEAD hat; gilt auch ohne Angabe</translation>
        </message>
        <message>
            <source>Since another commit or tag</source>
            <translation>Seit einem anderen Commit oder Tag</translation>
        </message>
        <message>
            <source>Print major, minor, patch or none; this is what happens anyway</source>
            <translation>major, minor, patch oder none ausgeben; gilt auch ohne Angabe</translation>
        </message>
        <message>
            <source>What stands before the version in tags; default: v</source>
            <translation>Was in Tags vor der Version steht; ohne Angabe: v</translation>
        </message>
        <message>
            <source>Below 1.0.0: what breaks is minor</source>
            <translation>Unter 1.0.0: Inkompatibles ist minor</translation>
        </message>
        <message>
            <source>Also count lines like “* fix: …” in the text of a commit</source>
            <translation>Auch Zeilen wie „* fix: …“ im Text eines Commits zählen</translation>
        </message>
        <message>
            <source>Breaking changes are major, feat is minor, fix, perf and reverts are patch; a footer “Release-As: 2.0.0” decides by itself. Without a release all commits count.</source>
            <translation>Inkompatible Änderungen sind major, feat ist minor, fix, perf und Reverts sind patch; eine Fußzeile „Release-As: 2.0.0“ entscheidet allein. Ohne Release zählen alle Commits.</translation>
        </message>
        <message>
            <source>--since and --since-last-release exclude each other</source>
            <translation>--since und --since-last-release schließen einander aus</translation>
        </message>
        <message>
            <source>--%1 takes a time, not “%2”</source>
            <extracomment>%1: an option, %2: what was given</extracomment>
            <translation>--%1 nimmt eine Zeit, nicht „%2“</translation>
        </message>
        <message>
            <source>Such as 2026-01-02, 2026-01-02T10:30:00Z or "2 days ago"</source>
            <translation>Etwa 2026-01-02, 2026-01-02T10:30:00Z oder "2 days ago"</translation>
        </message>
        <message>
            <source>Lines that are no records: %1. ai-cli audit verify says where</source>
            <translation>Zeilen, die keine Einträge sind: %1. ai-cli audit verify sagt, wo</translation>
        </message>
        <message>
            <source>-n takes a number from 1</source>
            <translation>-n nimmt eine Zahl ab 1</translation>
        </message>
        <message>
            <source>There are no records of that</source>
            <translation>Dazu gibt es keine Einträge</translation>
        </message>
        <message>
            <source>There are older ones; -n shows more</source>
            <translation>Es gibt ältere; -n zeigt mehr</translation>
        </message>
        <message>
            <source>--head takes what an earlier verify has printed, NUMBER:DIGEST</source>
            <translation>--head nimmt, was ein früheres verify ausgegeben hat, NUMBER:DIGEST</translation>
        </message>
        <message>
            <source>Head: %1</source>
            <translation>Ende: %1</translation>
        </message>
        <message>
            <source>%1 cannot be written</source>
            <translation>%1 kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>List, verify and export what was recorded of drafts and other acts</source>
            <translation>Auflisten, prüfen und exportieren, was zu Entwürfen und anderen Handlungen aufgezeichnet wurde</translation>
        </message>
        <message>
            <source>From this time on: 2026-01-02, "2 days ago"</source>
            <translation>Ab dieser Zeit: 2026-01-02, "2 days ago"</translation>
        </message>
        <message>
            <source>Before this time</source>
            <translation>Vor dieser Zeit</translation>
        </message>
        <message>
            <source>Of this operation: generate_commit_message</source>
            <translation>Zu diesem Vorgang: generate_commit_message</translation>
        </message>
        <message>
            <source>Of this user</source>
            <translation>Von diesem Benutzer</translation>
        </message>
        <message>
            <source>list: at most so many, 100 without it</source>
            <translation>list: höchstens so viele, ohne Angabe 100</translation>
        </message>
        <message>
            <source>verify: the head that an earlier one printed; it must still be there</source>
            <translation>verify: das Ende, das ein früheres ausgegeben hat; es muss noch da sein</translation>
        </message>
        <message>
            <source>export: into this file</source>
            <translation>export: in diese Datei</translation>
        </message>
        <message>
            <source>The trail is the user's, for all repositories; with --repo only that one counts. verify ends with 1 and names the first wrong line when something was changed. export writes comma-separated values, or JSON with --json.</source>
            <translation>Das Protokoll gehört dem Benutzer und gilt für alle Repositorys; mit --repo zählt nur dieses. verify endet mit 1 und nennt die erste falsche Zeile, wenn etwas geändert wurde. export schreibt kommagetrennte Werte oder mit --json JSON.</translation>
        </message>
        <message>
            <source>audit takes list, verify or export</source>
            <translation>audit nimmt list, verify oder export</translation>
        </message>
        <message>
            <source>audit takes list, verify or export, not “%1”</source>
            <translation>audit nimmt list, verify oder export, nicht „%1“</translation>
        </message>
        <message>
            <source>-n goes with list</source>
            <translation>-n gehört zu list</translation>
        </message>
        <message>
            <source>--head goes with verify</source>
            <translation>--head gehört zu verify</translation>
        </message>
        <message>
            <source>--output goes with export</source>
            <translation>--output gehört zu export</translation>
        </message>
        <message>
            <source>verify looks at all records, and takes no --%1</source>
            <translation>verify prüft alle Einträge und nimmt kein --%1</translation>
        </message>
        <message>
            <source>Up to N messages of different types, the likeliest first</source>
            <translation>Bis zu N Nachrichten verschiedener Typen, die wahrscheinlichste zuerst</translation>
        </message>
        <message>
            <source>Say on standard error why the message is what it is</source>
            <translation>Auf der Standardfehlerausgabe sagen, warum die Nachricht so lautet</translation>
        </message>
        <message>
            <source>Several messages are parted by a line “---”.</source>
            <translation>Mehrere Nachrichten werden durch eine Zeile „---“ getrennt.</translation>
        </message>
        <message>
            <source>--count takes a number from 1 to 10</source>
            <translation>--count nimmt eine Zahl von 1 bis 10</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) by people, each drafted from its files and what came before</source>
            <translation>
                <numerusform>%n Commit eines Menschen, entworfen aus seinen Dateien und dem, was davor war</numerusform>
                <numerusform>%n Commits von Menschen, jeder entworfen aus seinen Dateien und dem, was davor war</numerusform>
            </translation>
        </message>
        <message>
            <source>Type: %1 right at once, %2 among two, %3 among three</source>
            <extracomment>%1 to %3: shares like "71.3 %"</extracomment>
            <translation>Typ: %1 auf Anhieb richtig, %2 unter zweien, %3 unter dreien</translation>
        </message>
        <message>
            <source>With a confidence of 0.8 or more: %1 right, of %2 of the commits</source>
            <translation>Bei einer Sicherheit ab 0,8: %1 richtig, bei %2 der Commits</translation>
        </message>
        <message>
            <source>Scope: %1 of those drafted are the one written, %2 of the commits agree altogether</source>
            <translation>Scope: %1 der entworfenen sind der geschriebene, %2 der Commits stimmen insgesamt überein</translation>
        </message>
        <message>
            <source>Versions: %1 of %2 right</source>
            <translation>Versionen: %1 von %2 richtig</translation>
        </message>
        <message>
            <source>Rules for messages: %1 of the drafts keep to them</source>
            <translation>Regeln für Nachrichten: %1 der Entwürfe halten sie ein</translation>
        </message>
        <message>
            <source>  %1: %2 written, %3 drafted, %4 agreed</source>
            <translation>  %1: %2 geschrieben, %3 entworfen, %4 übereinstimmend</translation>
        </message>
        <message>
            <source>%1 cannot be read</source>
            <translation>%1 kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>Measure how well drafts agree with the messages people wrote here</source>
            <translation>Messen, wie gut Entwürfe mit den Nachrichten übereinstimmen, die Menschen hier geschrieben haben</translation>
        </message>
        <message>
            <source>The newest N commits with a type; 500 without it</source>
            <translation>Die neuesten N Commits mit Typ; ohne Angabe 500</translation>
        </message>
        <message>
            <source>Another model of commit types than the built-in one</source>
            <translation>Ein anderes Modell der Commit-Typen als das eingebaute</translation>
        </message>
        <message>
            <source>Each draft knows the files of its commit and the commits before it, never the message it is compared with.</source>
            <translation>Jeder Entwurf kennt die Dateien seines Commits und die Commits davor, nie die Nachricht, mit der er verglichen wird.</translation>
        </message>
        <message>
            <source>--last takes a number from 1 to 100,000</source>
            <translation>--last nimmt eine Zahl von 1 bis 100.000</translation>
        </message>
        <message>
            <source>%1 of %2 commits</source>
            <translation>%1 von %2 Commits</translation>
        </message>
        <message>
            <source>objects/info/alternates in the Git folder lists where objects are borrowed from; “git fsck” tells what is missing.</source>
            <translation>objects/info/alternates im Git-Ordner nennt, woher Objekte ausgeliehen sind; „git fsck“ sagt, was fehlt.</translation>
        </message>
        <message>
            <source>A query is words, which are searched for in messages, authors and ids, and fields:
message: author: committer: path: content: before: after: id: branch: or ref:
In quotes a word is text, also with a colon. What stands behind - or ! must not hold.
path:f is the f of the topmost folder, path:**/f one in any; * stands for folders, too, as in git log -- '*.py'. branch:next is origin/next if there is no other.</source>
            <translation>Eine Suche besteht aus Wörtern, gesucht in Nachrichten, Autoren und IDs, und aus Feldern:
message: author: committer: path: content: before: after: id: branch: oder ref:
In Anführungszeichen steht Text, auch mit Doppelpunkt; nach - oder !, was nicht zutreffen darf.
path:f ist das f im obersten Ordner, path:**/f eines in einem beliebigen; * steht auch für Ordner, wie bei git log -- '*.py'. branch:next ist origin/next, wenn es kein anderes gibt.</translation>
        </message>
        <message>
            <source>A merge is in progress</source>
            <translation>Ein Merge ist im Gange</translation>
        </message>
        <message>
            <source>A rebase is in progress</source>
            <translation>Ein Rebase ist im Gange</translation>
        </message>
        <message>
            <source>A cherry-pick is in progress</source>
            <translation>Ein Cherry-Pick ist im Gange</translation>
        </message>
        <message>
            <source>A revert is in progress</source>
            <translation>Ein Revert ist im Gange</translation>
        </message>
        <message>
            <source>A bisection is in progress</source>
            <translation>Ein Bisect ist im Gange</translation>
        </message>
        <message>
            <source>Patches are being applied (git am)</source>
            <translation>Patches werden angewendet (git am)</translation>
        </message>
        <message>
            <source>%1, step %2 of %3</source>
            <extracomment>%1: a sentence: "A rebase is in progress"; %2, %3: numbers</extracomment>
            <translation>%1, Schritt %2 von %3</translation>
        </message>
        <message>
            <source>%1: %2 is ignored from now on, as %3 says</source>
            <extracomment>%1: a file with its line; %2: id of a rule; %3: the file and line in which that is asked for</extracomment>
            <translation>%1: %2 wird ab jetzt ignoriert, wie es %3 vorgibt</translation>
        </message>
        <message>
            <source>%1: %2 is ignored, as %3 says</source>
            <translation>%1: %2 wird ignoriert, wie es %3 vorgibt</translation>
        </message>
        <message>
            <source>%1: %2 is taken out, but stays in the history: it has to be replaced where it is used</source>
            <extracomment>%1: a file with its line; %2: such as "password in a URL"</extracomment>
            <translation>%1: %2 wird entfernt, bleibt aber im Verlauf und muss überall dort ersetzt werden, wo es in Gebrauch ist</translation>
        </message>
        <message>
            <source>Files looked through: %1 (%2 bytes)</source>
            <extracomment>%1: how many; %2: their bytes</extracomment>
            <translation>Durchsuchte Dateien: %1 (%2 Bytes)</translation>
        </message>
        <message>
            <source>%1 lies outside of the repository</source>
            <translation>%1 liegt außerhalb des Repositorys</translation>
        </message>
        <message>
            <source>--range takes FROM..TO, not “%1”</source>
            <translation>--range nimmt FROM..TO, nicht „%1“</translation>
        </message>
        <message>
            <source>Find passwords, tokens and keys in what is staged, in files or in commits</source>
            <translation>Passwörter, Tokens und Schlüssel in Vorgemerktem, in Dateien oder in Commits finden</translation>
        </message>
        <message>
            <source>What a commit would bring: values that are new or were changed</source>
            <translation>Was ein Commit brächte: neue oder geänderte Werte</translation>
        </message>
        <message>
            <source>The same of what is not staged</source>
            <translation>Dasselbe für nicht Vorgemerktes</translation>
        </message>
        <message>
            <source>All files of a commit</source>
            <translation>Alle Dateien eines Commits</translation>
        </message>
        <message>
            <source>What each commit brings, along first parents</source>
            <translation>Was jeder Commit bringt, entlang der ersten Eltern-Commits</translation>
        </message>
        <message>
            <source>low, medium (without it) or high: from where on findings end with exit code 1</source>
            <translation>low, medium (ohne Angabe) oder high: ab wo Befunde mit Rückgabewert 1 enden</translation>
        </message>
        <message>
            <source>Count what is ignored as found</source>
            <translation>Ignoriertes als gefunden zählen</translation>
        </message>
        <message>
            <source>Without an option the files of the work tree are looked through. Values are never printed.
“ai-cli:allow RULE reason” in a line, or a fingerprint in .gitleaksignore, has it ignored; what
is ignored is listed. What could not be looked through is a finding.</source>
            <translation>Ohne Option werden die Dateien des Arbeitsverzeichnisses durchsucht. Werte werden nie ausgegeben.
„ai-cli:allow RULE reason“ in einer Zeile oder ein Fingerabdruck in .gitleaksignore lässt
ignorieren; Ignoriertes wird aufgelistet. Was nicht durchsucht werden konnte, ist ein Befund.</translation>
        </message>
        <message>
            <source>%1 exclude each other</source>
            <translation>%1 schließen einander aus</translation>
        </message>
        <message>
            <source>--range takes no paths</source>
            <translation>--range nimmt keine Pfade</translation>
        </message>
        <message>
            <source>--fail-on takes low, medium or high, not “%1”</source>
            <translation>--fail-on nimmt low, medium oder high, nicht „%1“</translation>
        </message>
        <message>
            <source>There was nothing to look through, which says nothing</source>
            <translation>Es gab nichts zu durchsuchen; das besagt nichts</translation>
        </message>
        <message>
            <source>“%1” is larger than 10 MiB</source>
            <translation>„%1“ ist größer als 10 MiB</translation>
        </message>
        <message>
            <source>The message file “%1” cannot be read</source>
            <translation>Die Nachrichtendatei „%1“ kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>Git gives its name to a commit-msg hook as the first argument</source>
            <translation>Git übergibt einem commit-msg-Hook ihren Namen als erstes Argument</translation>
        </message>
        <message>
            <source>%1 is a program and is not run: the general rules hold</source>
            <translation>%1 ist ein Programm und wird nicht ausgeführt: Es gelten die allgemeinen Regeln</translation>
        </message>
        <message>
            <source>Check a commit message by the repository's rules</source>
            <translation>Eine Commit-Nachricht nach den Regeln des Repositorys prüfen</translation>
        </message>
        <message>
            <source>By .commitlintrc (JSON or YAML) or package.json, else by the conventional commits. Comments and what stands behind git's scissors do not count. Ends with 1 when there is an error; warnings are told and accepted.</source>
            <translation>Nach .commitlintrc (JSON oder YAML) oder package.json, sonst nach den Conventional Commits. Kommentare und was hinter Gits Scherenlinie steht, zählen nicht. Endet bei einem Fehler mit 1; Warnungen werden genannt und hingenommen.</translation>
        </message>
        <message>
            <source>Which message? Give its file, or - for standard input</source>
            <translation>Welche Nachricht? Ihre Datei angeben oder - für die Standardeingabe</translation>
        </message>
        <message>
            <source>Put a commit message into the form that the repository's rules ask for</source>
            <translation>Eine Commit-Nachricht in die Form bringen, die die Regeln des Repositorys verlangen</translation>
        </message>
        <message>
            <source>Takes the message that is being committed, keeps its words, and takes type and scope from what is staged.</source>
            <translation>Nimmt die Nachricht, die gerade committet wird, behält ihre Worte und entnimmt Typ und Scope dem Vorgemerkten.</translation>
        </message>
        <message>
            <source>%1 is not reached: --offline was given</source>
            <translation>%1 wird nicht kontaktiert: --offline ist angegeben</translation>
        </message>
        <message>
            <source>“%1” is the name of a file, not a diff</source>
            <translation>„%1“ ist der Name einer Datei, kein Diff</translation>
        </message>
        <message>
            <source>Give the file's content on standard input: - &lt; FILE</source>
            <translation>Den Inhalt der Datei über die Standardeingabe geben: - &lt; FILE</translation>
        </message>
    </context>
    <context>
        <name>ToolActions</name>
        <message>
            <source>Open in editor</source>
            <translation>Im Editor öffnen</translation>
        </message>
        <message>
            <source>Open in difference tool</source>
            <translation>Im Diff-Werkzeug öffnen</translation>
        </message>
        <message>
            <source>Open terminal</source>
            <translation>Terminal öffnen</translation>
        </message>
        <message>
            <source>No file is chosen</source>
            <translation>Keine Datei ist ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>ToolStarter</name>
        <message>
            <source>%1 cannot be given to another program by name.</source>
            <translation>%1 lässt sich keinem anderen Programm mit Namen übergeben.</translation>
        </message>
        <message>
            <source>%1 is not in the work tree.</source>
            <translation>%1 ist nicht im Arbeitsverzeichnis.</translation>
        </message>
        <message>
            <source>Programs are started once the repository is trusted.</source>
            <translation>Programme werden gestartet, sobald dem Repository vertraut wird.</translation>
        </message>
        <message>
            <source>%1 could not be started.</source>
            <translation>%1 konnte nicht gestartet werden.</translation>
        </message>
        <message>
            <source>%1 ended without success (%2).</source>
            <extracomment>%1: such as "git mergetool"; %2: a number</extracomment>
            <translation>%1 endete ohne Erfolg (%2).</translation>
        </message>
    </context>
    <context>
        <name>TransferBanner</name>
        <message>
            <source>Pull</source>
            <translation>Pullen</translation>
        </message>
        <message>
            <source>Overwrite…</source>
            <translation>Überschreiben…</translation>
        </message>
        <message>
            <source>Choose another…</source>
            <translation>Anderen auswählen…</translation>
        </message>
        <message>
            <source>Allow without encryption</source>
            <translation>Ohne Verschlüsselung erlauben</translation>
        </message>
        <message>
            <source>Push without the hook…</source>
            <translation>Ohne den Hook pushen…</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Mergen</translation>
        </message>
        <message>
            <source>Rebase</source>
            <translation>Rebasen</translation>
        </message>
        <message>
            <source>Show the files</source>
            <translation>Dateien anzeigen</translation>
        </message>
    </context>
    <context>
        <name>TransferBar</name>
        <message>
            <source>Fetch</source>
            <translation>Abrufen</translation>
        </message>
        <message>
            <source>Pull</source>
            <translation>Pullen</translation>
        </message>
        <message>
            <source>Push</source>
            <translation>Pushen</translation>
        </message>
        <message>
            <source>Pull (&amp;merge)</source>
            <translation>Pull (&amp;Merge)</translation>
        </message>
        <message>
            <source>Where both sides have commits of their own, a merge joins them</source>
            <translation>Wo beide Seiten eigene Commits haben, verbindet sie ein Merge</translation>
        </message>
        <message>
            <source>Pull (&amp;rebase)</source>
            <translation>Pull (&amp;Rebase)</translation>
        </message>
        <message>
            <source>Your own commits are made anew on top of what the remote has</source>
            <translation>Die eigenen Commits werden auf dem neu erstellt, was das Remote hat</translation>
        </message>
        <message>
            <source>Pull (&amp;fast-forward only)</source>
            <translation>Pull (nur &amp;Fast-Forward)</translation>
        </message>
        <message>
            <source>Nothing changes where both sides have commits of their own</source>
            <translation>Nichts ändert sich, wo beide Seiten eigene Commits haben</translation>
        </message>
        <message>
            <source>Fetch: see what is new at the remote; nothing of yours changes</source>
            <translation>Abrufen: sehen, was beim Remote neu ist; nichts Eigenes ändert sich</translation>
        </message>
        <message>
            <source>Pull: choose what this branch follows</source>
            <translation>Pull: auswählen, welchem Branch dieser folgt</translation>
        </message>
        <message>
            <source>Push: choose where this branch goes</source>
            <translation>Push: auswählen, wohin dieser Branch geht</translation>
        </message>
        <message>
            <source>Pull what is new in %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Pullen, was in %1 neu ist</translation>
        </message>
        <message>
            <source>Push to %1</source>
            <translation>Nach %1 pushen</translation>
        </message>
        <message numerus="yes">
            <source>Pull %n commit(s) of %1, or more if there are by now</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>
                <numerusform>%n Commit von %1 pullen, oder mehr, falls es inzwischen mehr gibt</numerusform>
                <numerusform>%n Commits von %1 pullen, oder mehr, falls es inzwischen mehr gibt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Push %n commit(s) to %1</source>
            <translation>
                <numerusform>%n Commit nach %1 pushen</numerusform>
                <numerusform>%n Commits nach %1 pushen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>%1: what is done, such as "Fetching from origin", %2: how far it is</extracomment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>TransferDesk</name>
        <message>
            <source>The tag %1 is deleted at %2, for everybody, as long as it is the same there as here. It stays here.</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>Der Tag %1 wird bei %2 gelöscht, für alle, sofern er dort derselbe ist wie hier. Hier bleibt er.</translation>
        </message>
        <message>
            <source>The branch %1 is deleted at %2, for everybody, as long as it is at %3 there.</source>
            <extracomment>%1: a branch; %2: name of a remote; %3: the short id of a commit</extracomment>
            <translation>Der Branch %1 wird bei %2 gelöscht, für alle, sofern er dort bei %3 ist.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) are on no other branch or tag here: a branch made of it first keeps them.</source>
            <translation>
                <numerusform>%n Commit ist hier auf keinem anderen Branch oder Tag: Ein zuvor daraus erstellter Branch erhält ihn.</numerusform>
                <numerusform>%n Commits sind hier auf keinem anderen Branch oder Tag: Ein zuvor daraus erstellter Branch erhält sie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo does not reach the remote.</source>
            <translation>„Rückgängig machen“ reicht nicht bis zum Remote.</translation>
        </message>
        <message>
            <source>Delete tag at %1</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Tag bei %1 löschen</translation>
        </message>
        <message>
            <source>Delete branch at %1</source>
            <translation>Branch bei %1 löschen</translation>
        </message>
        <message>
            <source>Delete %1 at %2</source>
            <extracomment>%1: a branch or tag; %2: name of a remote</extracomment>
            <translation>%1 bei %2 löschen</translation>
        </message>
        <message>
            <source>Push without the hook</source>
            <translation>Ohne den Hook pushen</translation>
        </message>
        <message>
            <source>The pre-push hook refused this push. Without it, what it checks is not checked, and what it does beside is not done. This holds for this one push.</source>
            <translation>Der pre-push-Hook hat diesen Push abgelehnt. Ohne ihn wird nicht geprüft, was er prüft, und nicht getan, was er sonst noch tut. Das gilt nur für diesen einen Push.</translation>
        </message>
    </context>
    <context>
        <name>TransfersController</name>
        <message>
            <source>%1 is not checked out any more, so what was fetched was not brought into it.</source>
            <extracomment>%1: a branch</extracomment>
            <translation>%1 ist nicht mehr ausgecheckt, darum wurde das Abgerufene nicht hineingebracht.</translation>
        </message>
        <message>
            <source>Pull again on the branch that is checked out now.</source>
            <translation>Auf dem Branch, der jetzt ausgecheckt ist, noch einmal pullen.</translation>
        </message>
        <message>
            <source>%1 is not there after fetching.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 ist nach dem Abrufen nicht da.</translation>
        </message>
        <message>
            <source>It may have been removed at the remote. Choose another branch.</source>
            <translation>Vielleicht wurde er beim Remote entfernt. Einen anderen Branch auswählen.</translation>
        </message>
        <message>
            <source>%1 of “%2” is not fetched here, so what would be lost is not known.</source>
            <extracomment>%1: a branch, %2: a remote</extracomment>
            <translation>%1 von „%2“ ist hier nicht abgerufen, darum ist nicht bekannt, was verloren ginge.</translation>
        </message>
        <message>
            <source>The branch is not there any more.</source>
            <translation>Der Branch ist nicht mehr da.</translation>
        </message>
        <message>
            <source>Pushing to %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Push nach %1 läuft</translation>
        </message>
        <message>
            <source>Pushed to %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Nach %1 gepusht</translation>
        </message>
        <message>
            <source>Overwriting %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 wird überschrieben</translation>
        </message>
        <message>
            <source>Pushing the tag %1 to %2</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>Tag %1 wird nach %2 gepusht</translation>
        </message>
        <message>
            <source>Pushed the tag %1 to %2</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>Tag %1 nach %2 gepusht</translation>
        </message>
        <message>
            <source>Deleting %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 wird gelöscht</translation>
        </message>
        <message>
            <source>Deleted %1, which was at %2</source>
            <extracomment>%1: a branch of a remote; %2: the short id of a commit</extracomment>
            <translation>%1 gelöscht, war bei %2</translation>
        </message>
        <message>
            <source>the tag %1 at %2</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>der Tag %1 bei %2</translation>
        </message>
        <message>
            <source>Deleting the tag %1 at %2</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>Tag %1 wird bei %2 gelöscht</translation>
        </message>
        <message>
            <source>Deleted the tag %1 at %2; it is still here</source>
            <extracomment>%1: a tag; %2: name of a remote</extracomment>
            <translation>Tag %1 bei %2 gelöscht; hier ist er noch da</translation>
        </message>
        <message>
            <source>There is no tag %1 here any more.</source>
            <extracomment>%1: a tag</extracomment>
            <translation>Den Tag %1 gibt es hier nicht mehr.</translation>
        </message>
        <message>
            <source>%1 has everything already</source>
            <extracomment>%1: a remote, or a branch of one</extracomment>
            <translation>%1 hat bereits alles</translation>
        </message>
        <message numerus="yes">
            <source>Pushed to %1 with %n tag(s)</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>
                <numerusform>Nach %1 gepusht, mit %n Tag</numerusform>
                <numerusform>Nach %1 gepusht, mit %n Tags</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no remote “%1”.</source>
            <extracomment>%1: name of a remote</extracomment>
            <translation>Es gibt kein Remote „%1“.</translation>
        </message>
        <message>
            <source>One that was added is there once the repository is read again.</source>
            <translation>Ein hinzugefügtes ist da, sobald das Repository neu gelesen ist.</translation>
        </message>
        <message>
            <source>Fetching from %1</source>
            <extracomment>%1: remotes</extracomment>
            <translation>Von %1 wird abgerufen</translation>
        </message>
        <message numerus="yes">
            <source>Git did not take %n ref(s) of the remote.</source>
            <translation>
                <numerusform>Git hat %n Ref des Remotes nicht übernommen.</numerusform>
                <numerusform>Git hat %n Refs des Remotes nicht übernommen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tags and branches that would be overwritten here are left as they are.</source>
            <translation>Tags und Branches, die hier überschrieben würden, bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>There is nothing new at %1</source>
            <extracomment>%1: remotes</extracomment>
            <translation>Bei %1 gibt es nichts Neues</translation>
        </message>
        <message numerus="yes">
            <source>Fetched from %1: %n ref(s) changed</source>
            <translation>
                <numerusform>Von %1 abgerufen: %n Ref geändert</numerusform>
                <numerusform>Von %1 abgerufen: %n Refs geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>Pulling %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Pull von %1 läuft</translation>
        </message>
        <message>
            <source>%1 is not among what is fetched of that remote.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 gehört nicht zu dem, was von diesem Remote abgerufen wird.</translation>
        </message>
        <message>
            <source>Its fetch setting in the configuration leaves the branch out.</source>
            <translation>Seine Abruf-Einstellung in der Konfiguration lässt den Branch aus.</translation>
        </message>
        <message>
            <source>Your branch and %1 both have commits of their own.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Der eigene Branch und %1 haben beide eigene Commits.</translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) here</source>
            <translation>
                <numerusform>%n Commit hier</numerusform>
                <numerusform>%n Commits hier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commit(s) there. Nothing was changed yet: merge both, or rebase yours onto theirs.</source>
            <translation>
                <numerusform>%n Commit dort. Noch wurde nichts geändert: beide mergen oder die eigenen auf die anderen rebasen.</numerusform>
                <numerusform>%n Commits dort. Noch wurde nichts geändert: beide mergen oder die eigenen auf die anderen rebasen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Conflicts with %1 in %n file(s): resolve them, then continue; or abort.</source>
            <translation>
                <numerusform>Konflikte mit %1 in %n Datei: auflösen, dann fortsetzen; oder abbrechen.</numerusform>
                <numerusform>Konflikte mit %1 in %n Dateien: auflösen, dann fortsetzen; oder abbrechen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 wird angesehen</translation>
        </message>
        <message>
            <source>The remotes are not read yet</source>
            <translation>Die Remotes sind noch nicht gelesen</translation>
        </message>
        <message>
            <source>One at a time: %1</source>
            <translation>Nur eins auf einmal: %1</translation>
        </message>
        <message>
            <source>This repository is not trusted, so no program is started in it</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird darin kein Programm gestartet</translation>
        </message>
        <message>
            <source>There is no remote; one is added in Repository › Remotes</source>
            <translation>Es gibt kein Remote; unter Repository › Remotes lässt sich eines hinzufügen</translation>
        </message>
        <message>
            <source>The branch has no commit yet</source>
            <translation>Der Branch hat noch keinen Commit</translation>
        </message>
        <message>
            <source>HEAD is on no branch</source>
            <translation>HEAD ist auf keinem Branch</translation>
        </message>
        <message>
            <source>Something is in progress already; it has to be ended first</source>
            <translation>Es ist bereits etwas im Gange; das muss erst beendet werden</translation>
        </message>
        <message>
            <source>Enumerating objects</source>
            <translation>Objekte werden aufgezählt</translation>
        </message>
        <message>
            <source>Counting objects</source>
            <translation>Objekte werden gezählt</translation>
        </message>
        <message>
            <source>Compressing objects</source>
            <translation>Objekte werden komprimiert</translation>
        </message>
        <message>
            <source>Receiving objects</source>
            <translation>Objekte werden empfangen</translation>
        </message>
        <message>
            <source>Unpacking objects</source>
            <translation>Objekte werden entpackt</translation>
        </message>
        <message>
            <source>Resolving deltas</source>
            <translation>Deltas werden aufgelöst</translation>
        </message>
        <message>
            <source>Sending objects</source>
            <translation>Objekte werden gesendet</translation>
        </message>
        <message>
            <source>Checking connectivity</source>
            <translation>Konnektivität wird geprüft</translation>
        </message>
        <message>
            <source>Updating files</source>
            <translation>Dateien werden aktualisiert</translation>
        </message>
        <message>
            <source>Filtering content</source>
            <translation>Inhalt wird gefiltert</translation>
        </message>
        <message>
            <source>%1, %2 %</source>
            <extracomment>%1: such as "Receiving objects", %2: a number</extracomment>
            <translation>%1, %2 %</translation>
        </message>
        <message>
            <source>%1 has commits that your branch does not have.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 hat Commits, die der eigene Branch nicht hat.</translation>
        </message>
        <message>
            <source>Pull brings them in. Overwriting takes them off the remote's branch; which they are is shown before.</source>
            <translation>Ein Pull holt sie herein. Überschreiben nimmt sie vom Branch des Remotes; welche es sind, wird vorher gezeigt.</translation>
        </message>
        <message>
            <source>%1 has changed since you looked; nothing was overwritten.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>%1 hat sich seit dem Ansehen geändert; nichts wurde überschrieben.</translation>
        </message>
        <message>
            <source>Look again at what would be lost.</source>
            <translation>Noch einmal ansehen, was verloren ginge.</translation>
        </message>
        <message>
            <source>The remote refused the push to %1.</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>Das Remote hat den Push nach %1 abgelehnt.</translation>
        </message>
        <message>
            <source>Its words are in the details.</source>
            <translation>Der Wortlaut steht in den Details.</translation>
        </message>
        <message>
            <source>%1 is not what it was when you looked; nothing was deleted.</source>
            <extracomment>%1: a branch of a remote, or a tag there</extracomment>
            <translation>%1 ist nicht mehr wie beim Ansehen; nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>Fetch to see what is there now.</source>
            <translation>Abrufen, um zu sehen, was jetzt dort ist.</translation>
        </message>
        <message>
            <source>%1 has another tag of this name.</source>
            <extracomment>%1: a remote</extracomment>
            <translation>%1 hat einen anderen Tag dieses Namens.</translation>
        </message>
        <message>
            <source>It is left as it is.</source>
            <translation>Er bleibt, wie er ist.</translation>
        </message>
        <message>
            <source>The pre-push hook refused, so nothing was pushed.</source>
            <translation>Der pre-push-Hook hat abgelehnt, darum wurde nichts gepusht.</translation>
        </message>
        <message>
            <source>There is nothing new in %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>In %1 gibt es nichts Neues</translation>
        </message>
        <message numerus="yes">
            <source>Pulled %n commit(s) from %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>
                <numerusform>%n Commit von %1 gepullt</numerusform>
                <numerusform>%n Commits von %1 gepullt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merged %n commit(s) of %1</source>
            <extracomment>%1: a branch of a remote</extracomment>
            <translation>
                <numerusform>%n Commit von %1 gemergt</numerusform>
                <numerusform>%n Commits von %1 gemergt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rebased %n commit(s) onto %1</source>
            <translation>
                <numerusform>Rebase von %n Commit auf %1 durchgeführt</numerusform>
                <numerusform>Rebase von %n Commits auf %1 durchgeführt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrustBanner</name>
        <message>
            <source>new: %1</source>
            <extracomment>%1: something that a repository could run, and by which setting</extracomment>
            <translation>neu: %1</translation>
        </message>
        <message>
            <source>It names nothing now: no hooks, filters or programs of its own.</source>
            <translation>Es nennt jetzt nichts: keine eigenen Hooks, Filter oder Programme.</translation>
        </message>
        <message>
            <source>It names now:</source>
            <translation>Es nennt jetzt:</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: %1</source>
            <extracomment>%1: settings or hooks</extracomment>
            <translation>
                <numerusform>und %n weiteres: %1</numerusform>
                <numerusform>und %n weitere: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Once trusted, your actions here may start programs that this repository names: its Git hooks, clean and smudge filters, signing and merge programs from its configuration, and kustomize for rendering. They run with your rights. History, differences and environments are shown without any of them. Trust what you or your team made, not what you only want to look at.</source>
            <translation>Sobald vertraut wird, können Aktionen hier Programme starten, die dieses Repository nennt: seine Git-Hooks, clean- und smudge-Filter, Signatur- und Merge-Programme aus seiner Konfiguration und kustomize zum Rendern. Sie laufen mit Ihren Rechten. Verlauf, Unterschiede und Umgebungen werden ohne all das gezeigt. Vertrauen Sie dem, was Sie oder Ihr Team erstellt haben, nicht dem, was Sie nur ansehen möchten.</translation>
        </message>
        <message>
            <source>Reading only. Until you trust this repository, staging, committing, hooks, filters and rendering are off.</source>
            <translation>Nur lesen. Bis diesem Repository vertraut wird, sind Vormerken, Committen, Hooks, Filter und Rendern aus.</translation>
        </message>
        <message>
            <source>Reading only again: since you trusted this repository, it names something new that could run: %1.</source>
            <extracomment>%1: settings or hooks, such as "core.fsmonitor, hooks/pre-push"</extracomment>
            <translation>Wieder nur lesen: Seit diesem Repository vertraut wurde, nennt es etwas Neues, das laufen könnte: %1.</translation>
        </message>
        <message>
            <source>Trust this repository</source>
            <translation>Diesem Repository vertrauen</translation>
        </message>
        <message>
            <source>Keep reading only</source>
            <translation>Weiter nur lesen</translation>
        </message>
        <message>
            <source>What could run</source>
            <translation>Was laufen könnte</translation>
        </message>
        <message>
            <source>Trust every repository in %1</source>
            <extracomment>%1: a folder</extracomment>
            <translation>Jedem Repository in %1 vertrauen</translation>
        </message>
    </context>
    <context>
        <name>TrustStore</name>
        <message>
            <source>The repository is not there any more.</source>
            <translation>Das Repository ist nicht mehr da.</translation>
        </message>
        <message>
            <source>That folder is not around the repository, or not yours alone.</source>
            <translation>Dieser Ordner liegt nicht um das Repository herum oder gehört nicht Ihnen allein.</translation>
        </message>
        <message>
            <source>Another program is writing the record of trusted repositories.</source>
            <translation>Ein anderes Programm schreibt gerade die Liste der vertrauten Repositorys.</translation>
        </message>
        <message>
            <source>others can write it</source>
            <translation>andere können sie schreiben</translation>
        </message>
        <message>
            <source>The record of trusted repositories cannot be read.</source>
            <translation>Die Liste der vertrauten Repositorys lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>it is too large</source>
            <translation>sie ist zu groß</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>sie ist beschädigt</translation>
        </message>
        <message>
            <source>another version wrote it</source>
            <translation>eine andere Version hat sie geschrieben</translation>
        </message>
        <message>
            <source>The record of trusted repositories cannot be written.</source>
            <translation>Die Liste der vertrauten Repositorys lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>The record of trusted repositories was not used because %1; it is kept as %2.</source>
            <extracomment>%1 a reason such as "it is damaged", %2 a file name</extracomment>
            <translation>Die Liste der vertrauten Repositorys wurde nicht verwendet: %1; sie ist als %2 aufbewahrt.</translation>
        </message>
        <message>
            <source>The record of trusted repositories was not used because %1.</source>
            <translation>Die Liste der vertrauten Repositorys wurde nicht verwendet: %1.</translation>
        </message>
    </context>
    <context>
        <name>UndoBanner</name>
        <message>
            <source>Bring back files only</source>
            <translation>Nur Dateien zurückholen</translation>
        </message>
        <message>
            <source>Show what can be undone</source>
            <translation>Zeigen, was sich rückgängig machen lässt</translation>
        </message>
        <message>
            <source>There is nothing to undo</source>
            <translation>Es gibt nichts rückgängig zu machen</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <extracomment>%1: such as "Discarded web.yaml"; %2: such as "main has moved on since"</extracomment>
            <translation>%1: %2.</translation>
        </message>
        <message>
            <source>Nothing can be undone as things are now.</source>
            <translation>So wie es jetzt steht, kann nichts rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Undoing</source>
            <translation>Wird rückgängig gemacht</translation>
        </message>
    </context>
    <context>
        <name>UndoController</name>
        <message>
            <source>Undo once more to take back “%1” instead.</source>
            <extracomment>%1: such as "Discarded web.yaml"</extracomment>
            <translation>Noch einmal rückgängig machen nimmt stattdessen „%1“ zurück.</translation>
        </message>
        <message>
            <source>something stands in its way</source>
            <translation>etwas steht im Weg</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <extracomment>%1: such as "Discarded web.yaml"</extracomment>
            <translation>Rückgängig gemacht: %1</translation>
        </message>
        <message numerus="yes">
            <source>Undone: %1. Passed over %n, the newest: %2, as %3</source>
            <extracomment>%1, %2: such as "Discarded web.yaml"; %3: such as "main has moved on since"</extracomment>
            <translation>
                <numerusform>Rückgängig gemacht: %1. %n übergangen, nämlich: %2, denn %3</numerusform>
                <numerusform>Rückgängig gemacht: %1. %n übergangen, zuletzt: %2, denn %3</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UndoItems</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1: names of files</extracomment>
            <translation>
                <numerusform>%1 und %n weitere</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UndoPage</name>
        <message>
            <source>What can be undone</source>
            <translation>Was sich rückgängig machen lässt</translation>
        </message>
        <message>
            <source>What comes back</source>
            <translation>Was zurückkommt</translation>
        </message>
        <message>
            <source>No file would change</source>
            <translation>Keine Datei würde sich ändern</translation>
        </message>
        <message>
            <source>Reading what can be undone</source>
            <translation>Was sich rückgängig machen lässt, wird gelesen</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nichts rückgängig zu machen</translation>
        </message>
        <message numerus="yes">
            <source>What is discarded, reset, deleted, dropped, amended, merged or rebased here can be brought back for %n day(s).</source>
            <translation>
                <numerusform>Was hier verworfen, zurückgesetzt, gelöscht, entfernt, nachgebessert, gemergt oder durch Rebase geändert wird, lässt sich %n Tag lang zurückholen.</numerusform>
                <numerusform>Was hier verworfen, zurückgesetzt, gelöscht, entfernt, nachgebessert, gemergt oder durch Rebase geändert wird, lässt sich %n Tage lang zurückholen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Kept for %n day(s), in this repository itself.</source>
            <translation>
                <numerusform>%n Tag lang aufbewahrt, in diesem Repository selbst.</numerusform>
                <numerusform>%n Tage lang aufbewahrt, in diesem Repository selbst.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what can be undone</source>
            <translation>Zeigen, was sich rückgängig machen lässt</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <source>Bring back files only</source>
            <translation>Nur Dateien zurückholen</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Copy name of the record</source>
            <translation>Namen des Eintrags kopieren</translation>
        </message>
        <message>
            <source>Find in differences</source>
            <translation>In Unterschieden suchen</translation>
        </message>
        <message>
            <source>Close undo</source>
            <translation>„Rückgängig“ schließen</translation>
        </message>
        <message>
            <source>Puts everything back as it was, unless that would lose something</source>
            <translation>Stellt alles wieder her, wie es war, sofern dabei nichts verloren ginge</translation>
        </message>
        <message>
            <source>Writes the files back and moves no branch</source>
            <translation>Schreibt die Dateien zurück und bewegt keinen Branch</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Delete what can be undone</source>
            <translation>Wiederherstellungseintrag löschen</translation>
        </message>
        <message>
            <source>“%1” can then not be undone any more, and Git removes for good what nothing else holds.</source>
            <extracomment>%1: such as "Discarded web.yaml"</extracomment>
            <translation>„%1“ lässt sich dann nicht mehr rückgängig machen, und Git entfernt endgültig, was sonst nichts festhält.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Recent</source>
            <translation>Zuletzt verwendet</translation>
        </message>
        <message>
            <source>Open a repository</source>
            <translation>Repository öffnen</translation>
        </message>
        <message>
            <source>Choose the folder of a Git repository, or drop one here. Opening starts no program and changes nothing.</source>
            <translation>Den Ordner eines Git-Repositorys auswählen oder hierher ziehen. Öffnen startet kein Programm und ändert nichts.</translation>
        </message>
        <message>
            <source>Recent repositories</source>
            <translation>Zuletzt verwendete Repositorys</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>%1 min</source>
            <translation>%1 Min.</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 Std.</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 Tg.</translation>
        </message>
        <message>
            <source>%1 wk</source>
            <translation>%1 Wo.</translation>
        </message>
        <message>
            <source>%1 mo</source>
            <translation>%1 Mon.</translation>
        </message>
        <message>
            <source>%1 y</source>
            <translation>%1 J.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>in %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>%1: a moment as the reader's clock shows it, %2: the same as the clock of who wrote it showed it</extracomment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>%1, but a hook failed behind it.</source>
            <extracomment>%1: such as "Checked out main"</extracomment>
            <translation>%1, aber danach ist ein Hook fehlgeschlagen.</translation>
        </message>
        <message>
            <source>%1. Commits that are on no branch were left; Undo goes back to them.</source>
            <extracomment>%1: such as "Checked out main"</extracomment>
            <translation>%1. Commits, die auf keinem Branch sind, wurden verlassen; „Rückgängig machen“ geht zu ihnen zurück.</translation>
        </message>
        <message numerus="yes">
            <source>Conflicts in %n file(s): resolve them and commit, or abort.</source>
            <translation>
                <numerusform>Konflikte in %n Datei: auflösen und committen oder abbrechen.</numerusform>
                <numerusform>Konflikte in %n Dateien: auflösen und committen oder abbrechen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorktreeChanges</name>
        <message>
            <source>Making the work tree %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>Worktree %1 wird erstellt</translation>
        </message>
        <message>
            <source>Made the work tree %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>Worktree %1 erstellt</translation>
        </message>
        <message>
            <source>Looking at the work tree</source>
            <translation>Worktree wird angesehen</translation>
        </message>
        <message>
            <source>Removing the work tree %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>Worktree %1 wird entfernt</translation>
        </message>
        <message>
            <source>Removed the work tree %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>Worktree %1 entfernt</translation>
        </message>
        <message>
            <source>Forgetting work trees that are gone</source>
            <translation>Verschwundene Worktrees werden vergessen</translation>
        </message>
        <message numerus="yes">
            <source>%n work tree(s) forgotten</source>
            <translation>
                <numerusform>%n Worktree vergessen</numerusform>
                <numerusform>%n Worktrees vergessen</numerusform>
            </translation>
        </message>
        <message>
            <source>Locking the work tree</source>
            <translation>Worktree wird gesperrt</translation>
        </message>
        <message>
            <source>Unlocking the work tree</source>
            <translation>Worktree wird entsperrt</translation>
        </message>
        <message>
            <source>Locked %1</source>
            <extracomment>%1: a path</extracomment>
            <translation>%1 gesperrt</translation>
        </message>
        <message>
            <source>Unlocked %1</source>
            <translation>%1 entsperrt</translation>
        </message>
    </context>
    <context>
        <name>WorktreeDialog</name>
        <message>
            <source>&amp;Branch</source>
            <translation>&amp;Branch</translation>
        </message>
        <message>
            <source>&amp;New branch</source>
            <translation>&amp;Neuer Branch</translation>
        </message>
        <message>
            <source>Add work tree</source>
            <translation>Worktree hinzufügen</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>Name of the new branch</source>
            <translation>Name des neuen Branchs</translation>
        </message>
        <message>
            <source>Folder of the work tree</source>
            <translation>Ordner des Worktrees</translation>
        </message>
        <message>
            <source>There is no commit yet to begin at</source>
            <translation>Es gibt noch keinen Commit, bei dem sich beginnen ließe</translation>
        </message>
        <message>
            <source>begins at %1</source>
            <translation>beginnt bei %1</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>B&amp;rowse…</source>
            <translation>&amp;Durchsuchen…</translation>
        </message>
        <message>
            <source>No branch is chosen</source>
            <translation>Kein Branch ist ausgewählt</translation>
        </message>
        <message>
            <source>The folder needs a full path</source>
            <translation>Der Ordner braucht einen vollständigen Pfad</translation>
        </message>
    </context>
    <context>
        <name>WritingActions</name>
        <message>
            <source>This repository is not trusted, so nothing is changed in it</source>
            <translation>Diesem Repository wird nicht vertraut, darum wird darin nichts geändert</translation>
        </message>
    </context>
    <context>
        <name>Yaml</name>
        <message>
            <source>a tab stands where only spaces may</source>
            <translation>ein Tabulator steht, wo nur Leerzeichen stehen dürfen</translation>
        </message>
        <message>
            <source>the indentation does not fit the lines before</source>
            <translation>die Einrückung passt nicht zu den Zeilen davor</translation>
        </message>
        <message>
            <source>a quoted text is not right or does not end</source>
            <translation>ein Text in Anführungszeichen ist nicht richtig oder endet nicht</translation>
        </message>
        <message>
            <source>a colon stands where no key can be</source>
            <translation>ein Doppelpunkt steht, wo kein Schlüssel sein kann</translation>
        </message>
        <message>
            <source>a bracket, brace or comma is missing or too many</source>
            <translation>eine Klammer oder ein Komma fehlt oder ist zu viel</translation>
        </message>
        <message>
            <source>this cannot be read</source>
            <translation>das lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>%1:%2: %3.</source>
            <translation>%1:%2: %3.</translation>
        </message>
        <message>
            <source>%1 is larger than %2 bytes.</source>
            <translation>%1 ist größer als %2 Byte.</translation>
        </message>
        <message>
            <source>the text is not UTF-8</source>
            <translation>der Text ist nicht UTF-8</translation>
        </message>
        <message>
            <source>there is a control character</source>
            <translation>es gibt ein Steuerzeichen</translation>
        </message>
        <message>
            <source>JSON has no value like %1</source>
            <translation>JSON hat keinen Wert wie %1</translation>
        </message>
        <message>
            <source>The YAML parser could not be started.</source>
            <translation>Der YAML-Parser konnte nicht gestartet werden.</translation>
        </message>
    </context>
    <context>
        <name>Yaml::Builder</name>
        <message>
            <source>there are too many values, or aliases multiply them</source>
            <translation>es gibt zu viele Werte, oder Aliasse vervielfachen sie</translation>
        </message>
        <message>
            <source>there is no anchor named %1</source>
            <translation>es gibt keinen Anker namens %1</translation>
        </message>
        <message>
            <source>%1 contains itself</source>
            <translation>%1 enthält sich selbst</translation>
        </message>
        <message>
            <source>it is nested more than %1 levels deep</source>
            <translation>es ist mehr als %1 Ebenen tief verschachtelt</translation>
        </message>
        <message>
            <source>&lt;&lt; can only bring in mappings</source>
            <translation>&lt;&lt; kann nur Mappings einbinden</translation>
        </message>
        <message>
            <source>a key is a list or mapping instead of a plain word</source>
            <translation>ein Schlüssel ist eine Liste oder ein Mapping statt eines einfachen Worts</translation>
        </message>
        <message>
            <source>the key %1 is there twice, first on line %2</source>
            <translation>der Schlüssel %1 ist zweimal da, zuerst in Zeile %2</translation>
        </message>
    </context>
</TS>
