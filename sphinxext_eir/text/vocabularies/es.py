"""Spanish."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="es",
    warns=True,
    conjunctions="y e",
    accompanied="con",
    et_al="y_otros y_otras y_cols. y_col. y_colaboradores",
    ibid="ibíd. ibídem ibid. ibidem",
    idem="ídem íd. idem id.",
    op_cit="óp._cit. op._cit. ob._cit. loc._cit.",
    no_date="s._f. s.f. s._a. sin_fecha",
    forthcoming="en_prensa en_preparación próximo en_imprenta",
    first_edition="orig primera",
    see="véase véanse ver vid cf cfr por_ejemplo p._ej citado_en citado_por apud",
    asides="""
        véase véanse ver vid también cf cfr por ejemplo p ej en especial sobre todo particular pero y o contra
        como citado citada según énfasis añadido añadida mío mía nuestro cursivas cursiva del de la el los las
        autor autora traducción propia original entre otros más recientemente para una un discusión resumen
        nota aquí asimismo ibíd ibid op cit
    """,
    examples_patterns="",
    second_hand="citado_en citado_por citada_en citada_por apud como_se_cita_en como_se_citó_en se_cita_en",
    locators={
        "page": "página páginas p. pp. pág. págs. pgs.",
        "chapter": "capítulo capítulos cap. caps.",
        "section": "sección secciones sec. secs. apartado apartados §",
        "volume": "volumen volúmenes vol. vols. tomo tomos t.",
        "paragraph": "párrafo párrafos párr. párrs.",
        "column": "columna columnas col. cols.",
        "figure": "figura figuras fig. figs. gráfico",
        "table": "tabla tablas tab. tabs. cuadro cuadros",
        "issue": "número números núm. núms. n.º nº",
        "line": "línea líneas l. ls.",
        "note": "nota notas n. nn.",
        "part": "parte partes pt. pts.",
        "verse": "verso versos v. vv.",
        "folio": "folio folios f. ff.",
        "book": "libro libros lib. libs.",
        "appendix": "apéndice apéndices anexo anexos",
    },
    further_locators="",
    pages_without_number="",
    following="ss sig sigs y_ss y_sigs s.",
    laws="art arts artículo artículos",
    editors="""
        ed eds coord coords dir dirs comp comps editor editores editora editoras coordinador
        coordinadora coordinadores compilador compiladora
    """,
    roles="trad comp pról traductor traductora traductores trads",
    small_particles="de del y",
    particles="De Del La Las Los",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()[]",
    times="""
        Primavera Verano Otoño Invierno Principios Finales Mediados Pascua Navidad Año Día Siglo Década
    """,
    starters="""
        El La Los Las Lo Un Una Unos Unas Al Del De A En Con Sin Por Para Según Como Si Cuando Donde Quien Que
        Qué Y E O U Pero Mas Sino Ni Así También Tampoco Sin_embargo Además Aunque Porque Pues Luego Entonces
        Él Ella Ellos Ellas Nosotros Yo Esto Este Esta Estos Estas Ese Esa Esos Aquel Aquella Su Sus Nuestro
        Nuestra Mi Cada Muchos Varios Varias Algunos Algunas Todos Todo Toda Todas Otro Otra Otros Dos Tres
        Cuatro Cinco Primero Primera Segundo Véase Véanse Ver Cf Tras Antes Después Durante Entre Contra Sobre
        Bajo Desde Hasta Hacia Aun Aún Ya Aquí Allí Hoy Más Menos Nacido Muerto Fundado Firmado Circa
        Siguiendo Finalmente Igualmente Mientras Ante Mediante Salvo Nació Murió Asimismo Respecto
    """,
    no_author="""
        Ley Leyes Constitución Tratado Tratados Acuerdo Acuerdos Convención Convenio Protocolo Carta
        Declaración Directiva Reglamento Decreto Sentencia Código Artículo Artículos Art Capítulo Cap
        Sección Parte Figura Cuadro Tabla Gráfico Mapa Anexo Volumen Tomo Número Página Nota Guerra Batalla
        Revolución Rebelión Levantamiento Golpe Crisis Elección Elecciones Referéndum Cumbre Conferencia
        Congreso Coloquio Sesión Exposición Festival Juegos Copa Reforma Armisticio Paz Pacto Plan Programa
        Tribunal Corte Audiencia Resolución Estatuto Edicto Época Era Gobierno Editorial Edición Versión
        Episodio Temporada Entrevista Encuesta Discurso Foto Fuente Atentado Terremoto Catástrofe Modelo
        Fase Etapa Punto Nacimiento Muerte Fundación Transición República Siglo Orgánica Caso Mandato Voto
        Presupuesto Independencia Dictadura Restauración Reconquista TEDH TUE TFUE Bando Concilio Decretos
        Proceso Procesos Olimpiada Manifiesto Gira Estatutos Huelga Boicot Misión Vaticano Alianza Anagrama
        Tecnos Akal Gedisa Paidós Planeta Espasa Eudeba Ampliación Mundial Mundiales Eurocopa Estreno Censo
        Encíclica Bronce Mármol Grabado Litografía Libreto Prólogo Epílogo Bienal Trienal Expo Regata
        Maratón Final Telegrama Diario Inventario Quiebra Motín Tregua Bloqueo Embargo Deportación Masacre
        Genocidio Hambruna Epidemia Peste Cólera Inundación Sequía Erupción Coronación Abdicación Jubileo
        Centenario Investidura Sputnik Apolo Eurovisión Satélite Bolsillo Debolsillo Dimisión Adhesión
        Retirada Incendio Accidente Guion Sinfonía Sonata Oratorio Boceto Borrador Manuscrito Panfleto
        Petición Fotografía Acuarela Escultura Monumento Presa Partido Iberia Wimbledon Watergate Titanic
        Lusitania Obras Presupuestos Liceo Censura Comuna Barbarroja Katrina Cordobazo Bogotazo Tlatelolco
        Chernóbil Numancia
    """,
    noun_endings="ción sión ismo",
    places="""
        Londres Ginebra Varsovia Moscú Viena Roma Milán Venecia Atenas Lisboa Bruselas Estrasburgo Sevilla
        Bilbao Valencia Zaragoza Málaga Granada Toledo Salamanca Cádiz Guernica Pamplona Burgos Oviedo
        Santander Bogotá Medellín Lima Quito Caracas Cartagena Ayacucho Tucumán Rosario Buenos_Aires
        Guadalajara Puebla Tlatelolco Querétaro Cataluña Galicia Andalucía Castilla Aragón Navarra Europa
        África Asia América Latinoamérica URSS RDA RFA Yugoslavia Checoslovaquia Prusia Múnich Berlín
        Núremberg Copenhague Bucarest Budapest Praga Yalta París Pekín Tokio Jerusalén Maastricht
        Aguascalientes Alicante Arequipa Barranquilla Bucaramanga Cali Callao Chihuahua Córdoba Culiacán
        Guayaquil Hermosillo Iquique Antofagasta Valparaíso Temuco Maipú Mérida Monterrey Morelia Murcia
        Oaxaca Piura Cuzco Cusco Salta Tijuana Toluca Valladolid Veracruz Acapulco Zacatecas Guanajuato
        Chiapas Yucatán Michoacán Sonora Tabasco Asturias Cantabria Extremadura Vizcaya Guipúzcoa Álava
        Baleares Canarias Huesca Teruel Lleida Lérida Tarragona Girona Gerona Castellón Albacete Cuenca
        Logroño Vitoria Badajoz Huelva Jaén Almería Ceuta Melilla Montevideo Sucre Cochabamba Potosí Managua
        Tegucigalpa Habana Santiago Matanzas Camagüey Utrecht Vilna Cracovia Nápoles Turín Génova Florencia
        Palermo Bolonia Marsella Burdeos Lyon Estambul Constantinopla Salónica Belgrado Sofía Kiev Odesa
        Bagdad Damasco Teherán Alejandría Argel Orán Túnez Tánger Tetuán Esquipulas Oslo Helsinki Locarno
        Rapallo Dayton Sajonia Baviera Silesia Bohemia Alsacia Lorena Flandes Borgoña Bretaña Normandía
        Provenza Saboya Lombardía Toscana Sicilia Cerdeña Moravia Patagonia Chaco Amazonía Araucanía
        Lunéville Campoformio Tilsit Suez Asuán Varennes Kronstadt Hiroshima Nagasaki Chernóbil Bhopal
        Fukushima Bandung Casablanca Dunkerque Galípoli Katyn Srebrenica Vukovar Grozni Waterloo Austerlitz
        Trafalgar Lepanto Somme Verdún Stalingrado Woodstock Davos Kioto Cannes Rávena Sochi Rambouillet
        Ayotzinapa Atocha
    """,
    surnames="Concepción Asunción Encarnación",
    bodies="""
        Ministerio Instituto Universidad Consejo Comisión Agencia Oficina Banco Observatorio Comité Centro
        Asociación Fundación Organización Sociedad Academia Escuela Gobierno Secretaría Naciones Unión
        Federación Partido Defensoría Dirección Senado Diario País Mundo
    """,
    body_words="""
        Ministerio Instituto Universidad Consejo Comisión Agencia Banco Observatorio Comité Asociación
        Fundación Organización Academia Secretaría Federación para
    """,
    connectives="de del la el los las y para en",
    one_word_bodies="INE Cepal CEPAL",
    statesmen="""
        Gorbachov Yeltsin Jrushchov Brézhnev Stalin Alfonsín Fujimori Evo Bachelet Piñera Gaitán Videla
        Stroessner Somoza Díaz_Ordaz
    """,
    actors="""
        ONU OTAN UE OEA ETA PSOE PP FARC ELN EZLN PRI PAN FSLN OPEP OMC Podemos PCE UGT CNT CCOO PNV ERC CiU
        PRD Morena ministros Cortes Senado diputados
    """,
    subjects="Estado Iglesia Islam Partido Derecho República Ilustración Nación Modernidad",
    works="""
        película filme novela libro obra poema cuadro pintura álbum canción serie documental cuento ópera
        comedia tragedia sentencia caso ensayo artículo juego
    """,
    things="""
        barco buque vapor ferry transbordador carguero pesquero petrolero submarino avión dirigible tren banco
        aseguradora firma empresa compañía cervecera aerolínea astillero fábrica acería siderúrgica fundición
        refinería molino mina pozo cantera reactor presa dique balsa puente túnel torre catedral estadio
        teatro cine hotel cárcel prisión gueto fortaleza aeropuerto puerto ciudad pueblo villa aldea barrio
        valle isla corte tribunal juicio audiencia cumbre conferencia diario periódico semanario revista
        cadena club equipo torneo cohete satélite sonda plataforma oleoducto pecio vertido marea explosión
        incendio naufragio accidente inundación tormenta avalancha epidemia medicamento vacuna
    """,
    past_patterns=r"""
        [^\W\d_]{2,}(?:ó|aron|ieron|jeron)
        (?:fue|fueron)\s[^\W\d_]{2,}[ai]d[oa]s?
        (?:murió|cayó|hubo|tuvo|puso|quiso|vino|hizo)
    """,
    articles="El La Los Las Un Una Este Esta Su Sus",
    definite="el la los las al",
    where="en a de desde hasta antes tras",
    prepositions="de del a al en con por para contra sobre hacia desde",
    numbers="dos ambos ambas/tres/cuatro",
    scholarly="""
        estudio estudios autor autores autoras obra obras libro libros artículo artículos ensayo ensayos
        trabajo trabajos análisis texto textos lectura lecturas interpretaciones enfoque enfoques
        contribuciones investigador investigadores investigadoras historiadores sociólogos economistas
        críticos fuente fuentes informe informes investigaciones publicaciones monografías volúmenes teorías
        modelos posiciones definiciones tesis
    """,
    capitals=False,
    claims="""
        sostiene sostienen sostuvo escribe escriben escribió afirma afirman afirmó muestra muestran
        mostró dice dicen dijo explica explican explicó subraya subrayan subrayó señala señalan
        señaló duda dudan dudó critica critican criticó describe describen describió define definen
        definió distingue distinguen defiende defienden defendió niega niegan negó nota notan
        observa observan observó advierte advierten constata concluye concluyen concluyó sugiere
        sugieren sugirió propone proponen propuso considera consideran consideró piensa piensan ve
        ven vio encuentra encuentran llama llaman habla hablan habló recuerda recuerdan insiste
        insisten analiza analizan analizó estudia estudian estudió examina examinan discute discuten
        desarrolla desarrollan demuestra demuestran demostró indica indican indicó precisa rechaza
        rechazan cuestiona cuestionan presenta presentan identifica identifican interpreta
        interpretan añade agrega reconoce reconocen argumenta argumentan argumentó plantea plantean
        planteó postula formula compara comparan califica opone cree creen establece establecen
        destaca destacan destacó apunta apuntan cita citan aborda aboga discrepa coincide coinciden
        contradice expone exponen menciona mencionan refuta enfatiza asegura alega denomina entiende
        entienden hace mostrado escrito sostenido señalado afirmado definido descrito propuesto
        analizado estudiado demostrado remite remiten mide midió midieron recurre recurren utiliza
        utilizan emplea emplean relata relatan rastrea subestima resume resumen responde sitúa
        sitúan parte parten trata tratan atribuye atribuyen concibe conciben denuncia matiza explora
        exploran prefiere prolonga revela revelan va van vincula vinculan evidencia evidencian alude
        aluden aduce aducen invoca recoge recogen objeta objetan objetó confirma confirman confirmó
        declara declaran concede deduce deducen supone suponen dedica dedican retoma retoman ofrece
        ofrecen caracteriza caracterizan aclara asevera aseveran comprueba comprueban matizan
        reconoció desarrolló examinó discutió enfatizan mencionó entendió juzga juzgan resalta
        resaltan
    """,
    verbs_first=True,
    verbs_last=False,
    before_verb="""
        ha han había habían habría puede pueden podría debe también lo la los las le se no ya mismo misma así
        además bien primero luego que
    """,
    ascribing="""
        según como para siguiendo_a conforme_a véase véase_también ver cf. por de con a_juicio_de
        en_opinión_de de_acuerdo_con en_palabras_de a_partir_de a_juicio en_opinión en_palabras
        en_el_sentido en_la_lectura_de la_tesis la_teoría el_análisis el_argumento el_estudio el_enfoque
        la_definición el_libro el_ensayo
    """,
    governing="según para por de en con siguiendo_a conforme_a de_acuerdo_con",
    ascribing_beginnings="Según Como Para Siguiendo Conforme Véase Ver Cf Con De Contra",
    elliptic="de que sobre",
    months="""
        enero ene/febrero feb/marzo mar/abril abr/mayo may/junio jun/julio jul/agosto ago/septiembre sept
        set/octubre oct/noviembre nov/diciembre dic
    """,
    days="domingo lunes martes miércoles jueves viernes sábado",
    date_words="de del",
    ordinals="º o",
    accessed="""
        consultado consultada consultado_el consultada_el consulta consulta_el acceso accedido recuperado
        recuperado_el fecha_de_consulta fecha_de_acceso último_acceso visitado visitado_el visto_el
    """,
    around_accessed="el en por_última_vez de fecha última último vez",
    bibliographies="""
        Bibliografía Referencias Referencias_bibliográficas Obras_citadas Bibliografía_citada Fuentes
        Lista_de_referencias Fuentes_y_bibliografía Bibliografía_seleccionada Trabajos_citados
        Literatura_citada Bibliografía_consultada Obras_consultadas Referencias_citadas Fuentes_consultadas
    """,
    independent_parts="Fuentes_primarias Fuentes_secundarias Literatura_primaria Literatura_secundaria",
    parts_of_bibliographies="""
        Fuentes_primarias Fuentes_secundarias Libros Artículos Artículos_de_revista Sitios_web
        Recursos_electrónicos Prensa Informes Documentos_oficiales Tesis Entrevistas
    """,
    contents="índice contenido índice_general tabla_de_contenido",
    lists_of_pictures="índice_de_figuras índice_de_tablas",
    notes="Notas Notas_al_pie Notas_al_final Notas_finales Notas_y_referencias",
    over_notes="referencias notas_y_referencias fuentes referencias_y_notas",
    back_patterns=r"""
        (?:volver|regresar|subir)(?: al texto)?
    """,
    publishers_lists="""
        Títulos_publicados Últimos_títulos_publicados Otros_títulos_de_la_colección
        En_la_misma_colección Títulos_de_la_colección Títulos_publicados_en_esta_colección
        Números_publicados Publicados_en_esta_colección
    """,
    biographies="""
        Sobre_el_autor Sobre_la_autora Sobre_los_autores Sobre_las_autoras Acerca_del_autor
        Acerca_de_la_autora Acerca_de_los_autores El_autor La_autora Los_autores Biografía Nota_biográfica
        Semblanza Autor Autora Las_autoras Reseña_biográfica Nota_sobre_el_autor Nota_sobre_la_autora
        Notas_biográficas Datos_del_autor Datos_de_la_autora
    """,
    sections="""
        Resumen Introducción Conclusión Conclusiones Antecedentes Contexto Metodología Método
        Estado_de_la_cuestión Revisión_de_la_literatura Discusión Agradecimientos Anexo Anexos
        Apéndice Marco_teórico Análisis Resultados Consideraciones_finales Reflexiones_finales
        Prólogo Lecturas_recomendadas Epílogo Para_concluir A_modo_de_conclusión A_modo_de_cierre
        A_modo_de_introducción Palabras_finales Para_terminar
        Financiamiento Financiación Conflicto_de_intereses Conflictos_de_intereses
        Contribución_de_los_autores Resultados_y_discusión Materiales_y_métodos
    """,
    by="por escrito_por presentado_por",
    posted_by="publicado_por",
    author_labels="postulante autor autora autores autoras autor/a autor(a) doctorando doctoranda tesista estudiante alumno alumna",
    other_people="codirector co-director director_de directora_de directores_de director: directora: tutor: tutora: asesor profesor_guía profesora_guía profesor/a_guía",
    published="publicado_el publicado publicada_el fecha el en",
    history="recibido aceptado enviado revisado",
    about_article="historia_del_artículo historial_del_artículo información_del_artículo",
    appeared="publicado publicada publicación disponible",
    around_appeared="el en línea",
    updated="actualización actualizado actualizado_el actualizada_el",
    translated_by="traducido_por traducción traducción_de",
    keywords="palabras_clave palabras_claves palabras-clave descriptores",
    summaries="Resumen",
    set_apart="""
        teorema lema demostración definición proposición corolario observación ejemplo hipótesis ejercicio
        pregunta respuesta fuente
    """,
    disclaimers_patterns=r"""
        (?:Este|Esta) (?:texto|artículo|ensayo|trabajo|tesis) (?:fue|ha sido) (?:originalmente )?(?:escrito|escrita|redactado) (?:para|por|como|en)\b.*
    """,
    kinds_patterns=r"""
        interview: entrevista\b(?: (?:con|a)\b|\s*[-–—:]).*
        review: reseña\b\s*[-–—:].*
    """,
    institutions="""
        Universidad Instituto Escuela Academia Facultad Centro Ministerio Colegio Fundación Universitat
    """,
    no_titles_patterns=r"""
        artículos?|ensayos?|reseñas?|editorial|volumen [\divxl]+.*|número \d+.*
    """,
    theses_patterns=r"""
        tesis(?: (?:doctoral|de (?:maestría|licenciatura|grado|máster|pregrado|posgrado|doctorado))\b.*)?|trabajo (?:de )?fin de (?:grado|máster).*
        (?:tesis|memoria|tesina|trabajo) (?:presentad[ao]|para optar|que para) .*|(?:para|presentad[ao]) .*(?:título|grado) de .*
    """,
    no_names="""
        resumen introducción artículo capítulo índice cita editor revista derecho manuscrito parte política
        prensa proyecto informe investigación sección serie número especial estudio estudios tesis versión
        volumen estudiante director curso historia nota grupo
    """,
    title_beginnings="el los las un una sobre para hacia desde con",
    abbreviated="prof dra sra lic mtro",
    abbreviations="""
        Sr Sra Dr Dra D Dña p ej pág págs cap cf cfr etc vol núm art aprox ed eds coord op cit ss Ud Vd fig
    """,
    mastheads="""
        comité_editorial consejo_editorial consejo_de_redacción director_responsable comité_científico
    """,
    captioned="Cuadro Tabla Figura Fig Gráfico Mapa Imagen Foto Fotografía",
    written_by="Escrito_por",
    written_at="Escrito_en",
    written_for="Escrito_para",
    courses="curso asignatura seminario",
    about_paper="matrícula número_de_matrícula número_de_palabras correo tel",
    date_written="Fecha_de_redacción",
    colophon="""
        Fecha Palabras Número_de_palabras Director Directora Curso Universidad Institución
        Asignatura
    """,
    other_articles="""
        Te_puede_interesar Le_puede_interesar También_te_puede_interesar Te_podría_interesar Quizás_te_interese Lea_también Lee_también
        Leer_también Leer_más Lea_además Artículos_relacionados Entradas_relacionadas Noticias_relacionadas Contenido_relacionado
        Más_sobre_este_tema Más_sobre_el_tema Ver_también Véase_también
        Vea_también Puedes_ver Puede_ver Puedes_leer Puede_leer También_puedes_leer Lea Lee Mira_también Mirá_también Mire_también
        Notas_relacionadas Temas_relacionados Relacionado Relacionadas Relacionados Te_recomendamos Le_recomendamos Recomendados
        Recomendadas Sigue_leyendo Lo_más_leído Artículo_anterior Artículo_siguiente Entrada_anterior Entrada_siguiente
    """,
    of_readers_patterns=r"""
        \d+ (?:comentarios?|respuestas?)(?: (?:en|a) [«“"].*[»”"])?
        (?:deja|deje|dejar|escribe|añade|publica) (?:un comentario|una respuesta)(?: cancelar (?:la )?respuesta)?
        suscr(?:íbete|íbase|ibite) a (?:nuestro|nuestra|la|el) (?:\w+ ){0,3}(?:newsletter|boletín).{0,60}
        imprimir (?:este|el) artículo
        © .{0,80} todos los derechos reservados.{0,40}
    """,
    accounts="administrador invitado anónimo desconocido",
    share="Compartir Comparte Comparte_esto Comparte_en Compartir_en Compartir_este_artículo Comparte_este_artículo Compartir_por",
    follow="Síguenos_en Síganos_en Seguinos_en",
    honorifics="Dr Dra Prof Profesor Profesora Sr Sra Lic",
    ranks="",
    faculties="",
    says_who="""
        es era fue enseña enseñó trabaja trabajó estudia estudió ha dirige dirigió escribe vive imparte
        investiga obtuvo
    """,
    goes_on="Él Ella Su Sus Es Las_opiniones",
    the_author="el_autor la_autora los_autores",
    dangling="""
        el la los las un una unos unas de del al a en con por para y o pero que como si no se su sus es son
        era eran ha han fue ser este esta estos estas entre sobre sin hasta desde
    """,
    compound_starts="ex anglo franco no afro",
    always_compound="ex",
    fused_starts="",
    compound_ends="",
    after_hyphen="y o e u",
    common="""
        el la los las de del que en y un una se no por con para es su al lo como más pero sus le ha este esta
        son entre cuando muy sin sobre también
    """,
)
